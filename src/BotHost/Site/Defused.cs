using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Answers.Markup;

namespace Wenlu.BotHost.Site;

/// <summary>Takes out of parsed Markdown what a page must not lead to, load or carry.</summary>
internal static class Defused
{
    public static void Make(MarkdownDocument document, bool withImages)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is null || !IsSafe(link.Url)))
            link.Url = string.Empty;
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !SafeUrl.IsSafe(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage && !(withImages && IsPicture(link.Url!))).ToList())
            image.ReplaceBy(new LiteralInline(string.Concat(image.Descendants<LiteralInline>().Select(text => text.Content.ToString()))));
        foreach (var table in document.Descendants<Table>())
            AlignByClass(table);
    }

    private static bool IsSafe(string url) => SafeUrl.IsSafe(url) || url.StartsWith('#') || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>What anything less secure holds, a browser would not show on a secure page.</summary>
    private static bool IsPicture(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The renderer would write the alignment as inline style, which the content security policy forbids.</summary>
    private static void AlignByClass(Table table)
    {
        table.GetAttributes().AddProperty("tabindex", "0");
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions).Where(pair => pair.Second.Alignment is not null))
                cell.GetAttributes().AddClass(column.Alignment.ToString()!.ToLowerInvariant());
        }

        foreach (var column in table.ColumnDefinitions)
            (column.Alignment, column.Width) = (null, 0);
    }
}
