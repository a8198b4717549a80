namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>
/// Where emphasis can stand: CommonMark sees the end of <c>**重要：**请</c> as a beginning. The mark at either end moves out of it,
/// which no reader notices.
/// </summary>
internal static class Emphasis
{
    /// <summary>What of the text can be emphasised; empty when nothing can.</summary>
    /// <param name="text">Characters of one style.</param>
    /// <param name="before">The character before it, NUL at the beginning of a line.</param>
    /// <param name="after">The character after it, NUL at the end of a line.</param>
    public static Range Within(string text, char before, char after)
    {
        var (start, end) = (0, text.Length);
        for (; start < end && !Holds(text[start], before); start++)
            before = text[start];
        for (; end > start && !Holds(text[end - 1], after); end--)
            after = text[end - 1];
        return start..end;
    }

    /// <summary>The marks before and after.</summary>
    public static (string Open, string Close) MarksOf(SegmentStyle style)
    {
        var stars = (style.Bold ? "**" : "") + (style.Italic ? "*" : "");
        return style.Strike ? ($"~~{stars}", $"{stars}~~") : (stars, stars);
    }

    private static bool Holds(char inner, char outer) =>
        char.IsLetterOrDigit(inner) || !char.IsWhiteSpace(inner) && (outer == '\0' || char.IsWhiteSpace(outer) || IsMark(outer));

    private static bool IsMark(char character) => char.IsPunctuation(character) || char.IsAscii(character) && char.IsSymbol(character);
}
