using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.BotHost.Publication;

/// <summary>The beginning of an answer as one line of plain text, without its citations: for lists, descriptions and previews.</summary>
internal static partial class Lead
{
    /// <summary>In letters; a Chinese character takes the place, and says the most, of two.</summary>
    public const int Longest = 320;

    public static string Of(string markdown, int longest = Longest)
    {
        var text = Spaces().Replace(Citation().Replace(Plain(markdown), string.Empty), " ").Trim();
        var room = Room(text, longest);
        if (room == text.Length)
            return text;
        var sentence = text.LastIndexOfAny(SentenceEnds, room - 1) + 1;
        var word = text[room] < '\u2E80' ? text.LastIndexOf(' ', room) : -1;
        return sentence >= room / 2 ? text[..sentence] : text[..(word >= room / 2 ? word : room)].TrimEnd() + "…";
    }

    /// <summary>How many characters fit, no half ones among them.</summary>
    private static int Room(string text, int longest)
    {
        var (at, width) = (0, 0);
        while (at < text.Length && (width += text[at] < '\u2E80' ? 1 : 2) <= longest)
            at++;
        return at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    /// <summary>Nested deeper than the parser goes, a text is taken as it was written.</summary>
    private static string Plain(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown);
        }
        catch (ArgumentException)
        {
            return markdown;
        }
    }

    private static readonly char[] SentenceEnds = ['。', '！', '？', '!', '?'];

    [GeneratedRegex(@"\s*\[[0-9]{1,2}\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
