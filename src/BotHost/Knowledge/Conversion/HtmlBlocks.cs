using System.Text;
using AngleSharp.Dom;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>The blocks of a page: each becomes Markdown of its own lines, and what contains them indents or quotes those.</summary>
internal static class HtmlBlocks
{
    private static readonly HashSet<string> Dropped =
    [
        "script", "style", "noscript", "template", "nav", "footer", "head", "svg", "canvas", "iframe", "object", "audio", "video",
        "button", "input", "select", "textarea", "dialog", "link", "meta",
    ];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul",
    ];

    public static string Write(INode parent) => string.Join("\n\n", Within(parent));

    public static bool IsDropped(INode node) => node is IElement element
        && (Dropped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("role") == "navigation"
            || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) is true);

    private static List<string> Within(INode parent)
    {
        List<string> blocks = [];
        List<INode> line = [];
        foreach (var node in parent.ChildNodes.Where(node => !IsDropped(node)))
        {
            if (HoldsBlocks(node))
            {
                Flush(line, blocks);
                blocks.AddRange(Block((IElement)node));
            }
            else
            {
                line.Add(node);
            }
        }
        Flush(line, blocks);
        return blocks;
    }

    /// <summary>A link or a span around blocks is no line either.</summary>
    private static bool HoldsBlocks(INode node) => node is IElement element
        && (Blocks.Contains(element.LocalName) || element.Children.Any(child => !IsDropped(child) && HoldsBlocks(child)));

    private static void Flush(List<INode> line, List<string> blocks)
    {
        if (HtmlInline.Paragraph(line) is { Length: > 0 } paragraph)
            blocks.Add(paragraph);
        line.Clear();
    }

    private static IEnumerable<string> Block(IElement element) => element.LocalName switch
    {
        ['h', >= '1' and <= '6' and var level] => Heading(element, level - '0'),
        "ul" or "ol" => [HtmlList.Write(element)],
        "pre" => [Code(element)],
        "table" => HtmlTable.Write(element),
        "hr" => ["---"],
        "blockquote" => Within(element) is { Count: > 0 } quoted ? [Prefix(string.Join("\n\n", quoted), "> ")] : [],
        "dt" or "summary" => HtmlInline.Line(element.ChildNodes) is { Length: > 0 } term ? [$"**{term}**"] : [],
        _ => Within(element),
    };

    private static IEnumerable<string> Heading(IElement element, int level) =>
        HtmlInline.Line(element.ChildNodes.Where(node => !IsPermalink(node))) is { Length: > 0 } text ? [$"{new string('#', level)} {text}"] : [];

    /// <summary>The ¶ that generators put behind a heading.</summary>
    private static bool IsPermalink(INode node) => node is IElement { LocalName: "a" } link
        && link.TextContent.Trim() is "" or "#" or "¶" or "§" && link.QuerySelector("img") is null;

    private static string Code(IElement element)
    {
        var text = element.TextContent.ReplaceLineEndings("\n").Trim('\n');
        var longest = text.Split('\n').Select(line => line.TrimStart().TakeWhile(character => character == '`').Count()).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{Language(element)}\n{text}\n{fence}";
    }

    private static string Language(IElement element) =>
        ((element.QuerySelector("code")?.ClassName ?? "") + " " + element.ClassName).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.StartsWith("language-", StringComparison.Ordinal) ? name["language-".Length..]
                : name.StartsWith("lang-", StringComparison.Ordinal) ? name["lang-".Length..] : "")
            .FirstOrDefault(name => name.Length > 0) ?? "";

    internal static string Prefix(string text, string prefix) => new StringBuilder(prefix)
        .AppendJoin("\n" + prefix, text.Split('\n')).ToString().Replace(prefix + "\n", prefix.TrimEnd() + "\n", StringComparison.Ordinal);
}
