using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>
/// Rewrites what leads from one file of a folder to another. Pictures stay behind, so that of a relative one its words are kept;
/// everything else in the text is left as it was written.
/// </summary>
internal static class RelativeLinks
{
    private static readonly MarkdownPipeline Precise = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="addressOf">The address that a relative link leads to; null to leave it.</param>
    public static string Resolve(string markdown, Func<string, string?> addressOf)
    {
        if (!markdown.Contains("](", StringComparison.Ordinal) && !markdown.Contains("]:", StringComparison.Ordinal))
            return markdown;
        IEnumerable<MarkdownObject> nodes = Parse(markdown)?.Descendants() ?? [];
        var edits = nodes.Select(node => EditOf(node, markdown, addressOf)).OfType<Edit>().OrderByDescending(edit => edit.Start);
        var text = new StringBuilder(markdown);
        foreach (var edit in edits)
            text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        return text.ToString();
    }

    private sealed record Edit(int Start, int Length, string Text);

    private static Edit? EditOf(MarkdownObject node, string markdown, Func<string, string?> addressOf) => node switch
    {
        LinkInline { IsImage: true, Url: { } url } image when LinkTargets.IsRelative(url) => new(image.Span.Start, image.Span.Length, WordsOf(image, markdown)),
        LinkInline { IsImage: false, Reference: null, Url: { } url } link when addressOf(url) is { } address => Replace(link.UrlSpan, address, markdown),
        LinkReferenceDefinition { Url: { } url } definition when addressOf(url) is { } address => Replace(definition.UrlSpan, address, markdown),
        _ => null,
    };

    private static Edit? Replace(SourceSpan span, string address, string markdown)
    {
        if (span.IsEmpty)
            return null;
        var isBracketed = span.Start > 0 && markdown[span.Start - 1] == '<';
        return new(span.Start, span.Length, !isBracketed && address.AsSpan().ContainsAny('(', ')') ? $"<{address}>" : address);
    }

    private static string WordsOf(LinkInline image, string markdown) =>
        image.FirstChild is { } first ? markdown[first.Span.Start..(image.LastChild!.Span.End + 1)] : "";

    /// <summary>Null for a text nested more deeply than the parser goes.</summary>
    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Precise);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
