namespace Wenlu.BotHost.Answers.Markup;

/// <summary>Runs of backticks or tildes, and the code spans that they enclose.</summary>
internal static class CodeRun
{
    private const int LongestSpan = 400;

    public static int LengthOf(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(text[0]) is >= 0 and var end ? end : text.Length;

    /// <summary>Reads a span that closes on its line; one that does not is no code, and is written so that nobody takes it for any.</summary>
    public static Reading ReadSpan(ReadOnlySpan<char> text, bool final, out int length)
    {
        var run = LengthOf(text);
        length = run;
        for (var at = run; at < text.Length; at++)
        {
            if (text[at] == '\n' || at > LongestSpan)
                return Reading.No;
            if (text[at] != '`')
                continue;
            var closing = LengthOf(text[at..]);
            if (at + closing == text.Length && !final)
                return Reading.NotYet;
            length = at + closing;
            if (closing == run)
                return Reading.Yes;
            at += closing - 1;
        }

        return final ? Reading.No : Reading.NotYet;
    }
}
