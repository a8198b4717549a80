namespace Wenlu.BotHost.Knowledge;

/// <summary>What is wrong with a submission, by field, in the order in which it was found.</summary>
internal sealed class FieldErrors
{
    private readonly List<(string Field, Bilingual Sentence)> errors = [];

    public int Count => errors.Count;

    public IEnumerable<string> Fields => errors.Select(error => error.Field).Distinct();

    public static FieldErrors Of(string field, Bilingual sentence)
    {
        var errors = new FieldErrors();
        errors.Add(field, sentence);
        return errors;
    }

    public void Add(string field, Bilingual sentence) => errors.Add((field, sentence));

    public Dictionary<string, string[]> In(Language language) => errors
        .GroupBy(error => error.Field)
        .ToDictionary(field => field.Key, field => field.Select(error => error.Sentence.In(language)).ToArray());
}
