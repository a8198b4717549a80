namespace Wenlu.Retrieval.Analysis;

/// <summary>
/// The terms under which a word is found: itself, its stem, and its parts, so that <c>maxRetryCount</c>, <c>max_retry_count</c>
/// and <c>retry</c> meet, while <c>E4021</c> still finds exactly <c>E4021</c> first.
/// </summary>
internal static class WordForms
{
    // Longer words are pasted keys, hashes and encodings; nobody types them, and their start is enough to find them.
    private const int MaxLength = 64;

    /// <summary>Distinct terms in lower case, the whole word first.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        var forms = new List<string> { Whole(word) };
        foreach (var part in Parts(word).Where(IsTelling))
            Add(forms, Whole(part));
        foreach (var form in forms.ToArray())
            Add(forms, EnglishStem.Of(form));
        return forms;
    }

    /// <summary>The word in lower case, as far as it is told apart.</summary>
    public static string Whole(string word) =>
        (word.Length <= MaxLength ? word : word[..MaxLength]).ToLowerInvariant();

    // The E of E4021 is also the e of e-mail.
    private static bool IsTelling(string part) => part.Length > 1 || char.IsDigit(part[0]);

    private static void Add(List<string> forms, string form)
    {
        if (form.Length > 0 && !forms.Contains(form))
            forms.Add(form);
    }

    /// <summary>Cut at signs, at lower-to-upper case, before the last capital of an acronym, and between letters and digits.</summary>
    private static List<string> Parts(string word)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= word.Length && parts.Count < 32; at++)
        {
            if (at < word.Length && !IsCut(word, at))
                continue;
            if (at > start)
                parts.Add(word[start..at]);
            start = at < word.Length && !IsPart(word[at]) ? at + 1 : at;
        }
        return parts;
    }

    private static bool IsPart(char character) => !char.IsAscii(character) || char.IsAsciiLetterOrDigit(character);

    private static bool IsCut(string word, int at)
    {
        if (!IsPart(word[at]))
            return true;
        if (at == 0 || !IsPart(word[at - 1]))
            return false;
        var (before, here) = (word[at - 1], word[at]);
        return char.IsLower(before) && char.IsUpper(here)
            || char.IsUpper(before) && char.IsUpper(here) && at + 1 < word.Length && char.IsLower(word[at + 1])
            || char.IsDigit(before) != char.IsDigit(here);
    }
}
