using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Wenlu.BotHost.Knowledge;

internal static class Headings
{
    /// <summary>The text of the first heading of the first level, shortened to what a title may hold; null when there is none.</summary>
    public static string? First(string markdown)
    {
        var heading = Parse(markdown)?.Descendants<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        var text = string.Concat(heading?.Inline?.Descendants().Select(TextOf) ?? []).Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, DocumentFields.MaxTitle)];
    }

    /// <summary>Null for a text nested more deeply than the parser goes, which is a reason to look no further, not to refuse it.</summary>
    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string TextOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };
}
