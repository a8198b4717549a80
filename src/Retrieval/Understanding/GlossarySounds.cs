using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>The Chinese forms of a glossary by their sound: whole (tishici) or by its initials (tsc), where those mean one thing only.</summary>
internal sealed class GlossarySounds
{
    private const int MinInitials = 3;

    // Longer ones are sentences; and each character may have several readings.
    private const int MaxForm = 8;

    private readonly Dictionary<string, string> whole = [];
    private readonly Dictionary<string, string?> initials = [];

    public GlossarySounds(IReadOnlyList<GlossaryEntry> entries)
    {
        var forms = entries.SelectMany(entry => entry.Forms).Where(form => form.Length is > 1 and <= MaxForm && TextScanner.IsIdeographic(form)).Distinct().ToList();
        if (forms.Count == 0)
            return;
        var pinyin = Pinyin.Load();
        foreach (var form in forms)
            foreach (var syllables in Readings(pinyin, form))
                Add(form, syllables);
    }

    /// <summary>The form that is read like this; null when none is, or the initials could be several.</summary>
    /// <param name="letters">Lower case, without spaces.</param>
    public string? Find(string letters) => whole.GetValueOrDefault(letters) ?? initials.GetValueOrDefault(letters);

    /// <summary>The form whose syllables are written apart.</summary>
    public string? Find(IEnumerable<string> syllables) => whole.GetValueOrDefault(string.Concat(syllables));

    // The table knows simplified characters; what an editor writes in traditional ones is read as its folded form.
    private static IReadOnlyList<IReadOnlyList<string>> Readings(Pinyin pinyin, string form) =>
        pinyin.Of(form) is { Count: > 0 } readings ? readings : pinyin.Of(TextNormalizer.Fold(form));

    private void Add(string form, IReadOnlyList<string> syllables)
    {
        whole.TryAdd(string.Concat(syllables), form);
        if (syllables.Count < MinInitials)
            return;
        var letters = string.Concat(syllables.Select(syllable => syllable[0]));
        initials[letters] = initials.TryGetValue(letters, out var other) && other != form ? null : form;
    }
}
