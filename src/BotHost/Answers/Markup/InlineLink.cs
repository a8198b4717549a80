namespace Wenlu.BotHost.Answers.Markup;

/// <summary>A bracket and what follows it: <c>[label](target)</c>, or a label that stands alone.</summary>
internal readonly record struct InlineLink(string Label, string? Target, int Length)
{
    private const int LongestLabel = 300;
    private const int LongestTarget = 1500;

    /// <summary>Reads from the opening bracket. A label without a target is complete only when the character after it is known.</summary>
    public static Reading Read(ReadOnlySpan<char> text, bool final, out InlineLink link)
    {
        link = default;
        var close = Matching(text, '[', ']', LongestLabel);
        if (close < 0)
            return final || text.Length > LongestLabel || EndsParagraph(text, LongestLabel) ? Reading.No : Reading.NotYet;
        link = new(text[1..close].ToString(), null, close + 1);
        if (close + 1 == text.Length)
            return final ? Reading.Yes : Reading.NotYet;
        return text[close + 1] == '(' ? ReadTarget(text[(close + 1)..], final, ref link) : Reading.Yes;
    }

    private static Reading ReadTarget(ReadOnlySpan<char> text, bool final, ref InlineLink link)
    {
        var close = Matching(text, '(', ')', LongestTarget);
        if (close < 0)
            return final || text.Length > LongestTarget || EndsParagraph(text, LongestTarget) ? Reading.Yes : Reading.NotYet;
        link = new(link.Label, FirstWord(text[1..close]), link.Length + close + 1);
        return Reading.Yes;
    }

    private static string FirstWord(ReadOnlySpan<char> target)
    {
        target = target.Trim();
        var space = target.IndexOfAny(" \t\n");
        return (space < 0 ? target : target[..space]).Trim("<>").ToString();
    }

    private static int Matching(ReadOnlySpan<char> text, char open, char close, int longest)
    {
        var depth = 0;
        for (var at = 0; at < text.Length && at <= longest; at++)
        {
            if (text[at] == '\\' && !(at + 1 < text.Length && text[at + 1] == '\n'))
                at++;
            else if (text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n')
                return -1;
            else if (text[at] == open)
                depth++;
            else if (text[at] == close && --depth == 0)
                return at;
        }

        return -1;
    }

    private static bool EndsParagraph(ReadOnlySpan<char> text, int longest) => text[..Math.Min(text.Length, longest)].IndexOf("\n\n") >= 0;
}
