using System.Text;

namespace Wenlu.BotHost.Publication;

/// <summary>A question as the readable part of its page's address: its letters and digits, whatever their script.</summary>
internal static class Slug
{
    private const int Longest = 60;

    /// <summary>Empty for a question of signs alone.</summary>
    public static string Of(string question)
    {
        var slug = Join(question);
        if (slug.Length <= Longest)
            return slug;
        var cut = slug[..(char.IsHighSurrogate(slug[Longest - 1]) ? Longest - 1 : Longest)];
        return cut.TrimEnd('-');
    }

    /// <summary>The same for two questions that differ in punctuation, case and spaces only.</summary>
    public static string Wording(string question) => Join(question).Replace("-", "", StringComparison.Ordinal);

    private static string Join(string question)
    {
        var slug = new StringBuilder();
        foreach (var rune in question.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
