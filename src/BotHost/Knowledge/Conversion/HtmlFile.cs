using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>A page as Markdown: what it says, without what surrounds it.</summary>
internal static class HtmlFile
{
    /// <summary>Deeper nesting is nobody's text, and what walks through it would run out of stack.</summary>
    private const int DeepestNesting = 300;

    public static ConvertedFile Read(byte[] content) => Read(PlainFile.Decode(content));

    public static ConvertedFile Read(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (Depth(page) > DeepestNesting)
            return new ConvertedFile.Refused(ConversionTexts.TooDeep);
        var markdown = HtmlBlocks.Write(MainOf(page));
        return markdown.Length == 0
            ? new ConvertedFile.Refused(AttachmentTexts.NoText)
            : new ConvertedFile.Text(markdown + "\n", HtmlInline.Collapse(page.Title ?? "").Trim() is { Length: > 0 } title ? title : null, AddressOf(page));
    }

    /// <summary>Where the page says it is read, without reading the rest of it.</summary>
    public static string? AddressOf(byte[] content)
    {
        using var page = new HtmlParser().ParseDocument(PlainFile.Decode(content));
        return AddressOf(page);
    }

    private static string? AddressOf(IHtmlDocument page) =>
        page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } address
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? address
            : null;

    private static INode MainOf(IHtmlDocument page) =>
        Only(page, "main, [role=main]") ?? Only(page, "article") ?? (INode?)page.Body ?? page.DocumentElement;

    private static IElement? Only(IHtmlDocument page, string selector) => page.QuerySelectorAll(selector) is [var only] ? only : null;

    private static int Depth(INode root)
    {
        var (deepest, depth) = (0, 0);
        for (var node = root; ;)
        {
            deepest = Math.Max(deepest, depth);
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }
            while (node != root && node.NextSibling is null)
                (node, depth) = (node.Parent!, depth - 1);
            if (node == root)
                return deepest;
            node = node.NextSibling!;
        }
    }
}
