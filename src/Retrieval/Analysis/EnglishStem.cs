namespace Wenlu.Retrieval.Analysis;

/// <summary>
/// A light stemmer: plural, -ed, -ing and -ment, enough that "reimbursed expenses" meets "expense reimbursement".
/// A full Porter stemmer merges more words that have nothing to do with each other than it finds in short documents.
/// </summary>
internal static class EnglishStem
{
    /// <summary>The stem of a lower-case word; the word itself when it is not plain English letters or is too short to have one.</summary>
    public static string Of(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
            return word;
        return WithoutE(WithoutSuffix(Singular(word)));
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        if (EndsWithAny(word, "sses", "shes", "ches", "xes", "zzes"))
            return word[..^2];
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static string WithoutSuffix(string word)
    {
        if (word.Length >= 8 && word.EndsWith("ment", StringComparison.Ordinal))
            return word[..^4];
        if (word.Length >= 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return Cut(word, 3);
        if (word.Length >= 5 && word.EndsWith("ed", StringComparison.Ordinal))
            return Cut(word, 2);
        return word;
    }

    // "string" and "bed" have no verb before their ending; "running" doubled its last letter.
    private static string Cut(string word, int suffix)
    {
        var stem = word[..^suffix];
        if (stem.Length < 3 || !stem.Any(IsVowel))
            return word;
        return stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
    }

    private static string WithoutE(string word) => word.Length > 3 && word[^1] == 'e' ? word[..^1] : word;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }
}
