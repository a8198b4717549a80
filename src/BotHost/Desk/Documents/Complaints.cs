using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>What is wrong with what was typed, beside the field it is about. The API's sentences speak of arrays; people fill in fields.</summary>
/// <param name="Of">By field.</param>
/// <param name="General">About no field, or about all.</param>
public sealed record Complaints(IReadOnlyDictionary<string, IReadOnlyList<string>> Of, IReadOnlyList<string> General)
{
    public static readonly Complaints None = new(new Dictionary<string, IReadOnlyList<string>>(), []);

    public bool Any => Of.Count + General.Count > 0;

    internal static Complaints About(Bilingual sentence, Language language) => new(None.Of, [sentence.In(language)]);

    internal static Complaints About(string field, Bilingual sentence, Language language) => Read(FieldErrors.Of(field, sentence), language);

    /// <param name="problem">What a write was refused for.</param>
    /// <param name="text">The name of the field that holds the text: what is too large is that.</param>
    /// <param name="language">The editor's.</param>
    internal static Complaints Read(ApiProblem problem, string text, Language language) => problem switch
    {
        { Errors: { } errors } => Read(errors, language),
        { Status: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status400BadRequest } => new(
            new Dictionary<string, IReadOnlyList<string>> { [text] = [problem.DetailIn(language)] }, []),
        _ => new(None.Of, [problem.DetailIn(language)]),
    };

    internal static Complaints Read(FieldErrors errors, Language language) => new(
        errors.In(language).ToDictionary(error => Field(error.Key), error => (IReadOnlyList<string>)[.. error.Value.Select(sentence => Plain(error.Key)?.In(language) ?? sentence)]), []);

    private static string Field(string name) => name switch
    {
        "audience.chats" => AudienceForm.ChatsField,
        "audience.users" => AudienceForm.UsersField,
        _ => name,
    };

    private static Bilingual? Plain(string name) => name switch
    {
        "audience" => DocumentDeskTexts.AudienceMissing,
        "audience.chats" => DocumentDeskTexts.NotChats,
        "audience.users" => DocumentDeskTexts.NotPeople,
        "tags" => DocumentDeskTexts.NotTags,
        "paraphrases" => DocumentDeskTexts.NotParaphrases,
        _ => null,
    };
}
