using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.BotHost.Publication;

/// <summary>The beginning of an answer as one line of plain text, without its citations: for lists, descriptions and previews.</summary>
internal static partial class Lead
{
    public const int Longest = 160;

    public static string Of(string markdown, int longest = Longest)
    {
        var text = Spaces().Replace(Citation().Replace(Plain(markdown), string.Empty), " ").Trim();
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOfAny(SentenceEnds, longest - 1);
        return end >= longest / 2 ? text[..(end + 1)] : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
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

    private static readonly char[] SentenceEnds = ['。', '！', '？', '；', '!', '?', ';'];

    [GeneratedRegex(@"\s*\[[0-9]{1,2}\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
