using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>The text of a line: emphasis, code, links and pictures.</summary>
internal static partial class HtmlInline
{
    private const char HardBreak = '\u2028';

    /// <summary>Lines as the page breaks them; what would begin a block is escaped.</summary>
    public static string Paragraph(IEnumerable<INode> nodes) => string.Join(
        "  \n", Text(nodes).Split(HardBreak).Select(line => EscapeStart(Collapse(line).Trim())).SkipWhile(line => line.Length == 0)).TrimEnd();

    /// <summary>Everything on one line.</summary>
    public static string Line(IEnumerable<INode> nodes) => Collapse(Text(nodes).Replace(HardBreak, ' ')).Trim();

    public static string Cell(IEnumerable<INode> nodes) => Line(nodes).Replace("|", "\\|", StringComparison.Ordinal);

    public static string Collapse(string text) => Whitespace().Replace(text, " ");

    private static string Text(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes.Where(node => !HtmlBlocks.IsDropped(node)))
            text.Append(node switch
            {
                IText words => Escape(Collapse(words.Data)),
                IElement element => Text(element),
                _ => "",
            });
        return text.ToString();
    }

    private static string Text(IElement element) => element.LocalName switch
    {
        "br" => HardBreak.ToString(),
        "strong" or "b" => Marked(Text(element.ChildNodes), "**"),
        "em" or "i" => Marked(Text(element.ChildNodes), "*"),
        "del" or "s" => Marked(Text(element.ChildNodes), "~~"),
        "code" or "kbd" or "samp" or "tt" => Code(Collapse(element.TextContent).Trim()),
        "img" => Image(element),
        "a" => Link(element, Text(element.ChildNodes)),
        // Blocks within a line, as in the cell of a table, are words next to each other.
        "p" or "div" or "li" or "dd" or "dt" or "tr" or "td" or "th" => $" {Text(element.ChildNodes)} ",
        _ => Text(element.ChildNodes),
    };

    /// <summary>Emphasis that begins or ends with punctuation is none to a Markdown reader, who would show the stars instead.</summary>
    private static string Marked(string text, string mark)
    {
        var inner = text.Trim();
        if (inner.Length == 0 || inner.Contains(HardBreak, StringComparison.Ordinal) || !char.IsLetterOrDigit(inner[0]) || !char.IsLetterOrDigit(inner[^1]))
            return text;
        var at = text.IndexOf(inner, StringComparison.Ordinal);
        return text[..at] + mark + inner + mark + text[(at + inner.Length)..];
    }

    private static string Code(string text)
    {
        if (text.Length == 0)
            return "";
        var fence = new string('`', 1 + Ticks().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max());
        return text[0] == '`' || text[^1] == '`' ? $"{fence} {text} {fence}" : fence + text + fence;
    }

    private static string Image(IElement image)
    {
        var source = image.GetAttribute("src") ?? "";
        var words = Escape(Collapse(image.GetAttribute("alt") ?? "").Trim());
        return source.Length == 0 || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? words : $"![{words}]({Address(source)})";
    }

    /// <summary>A place on the same page cannot be gone to from elsewhere.</summary>
    private static string Link(IElement link, string text)
    {
        var address = link.GetAttribute("href")?.Trim() ?? "";
        return address.Length == 0 || address[0] == '#' || Unsafe().IsMatch(address) || string.IsNullOrWhiteSpace(text)
            ? text
            : $"[{Collapse(text.Replace(HardBreak, ' ')).Trim()}]({Address(address)})";
    }

    private static string Address(string address)
    {
        var encoded = address.ReplaceLineEndings("").Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
        return encoded.AsSpan().ContainsAny('(', ')') ? $"<{encoded}>" : encoded;
    }

    /// <summary>Only what a Markdown reader would take for a mark: codes such as max_retry_count stay as people look for them.</summary>
    private static string Escape(string text) => Marks().Replace(text, @"\$0");

    private static string EscapeStart(string line) => BlockStart().Replace(line, @"${n}\${m}", 1);

    [GeneratedRegex(@"[\s-[\u2028]]+")]
    private static partial Regex Whitespace();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"[\\`*]|(?<![\p{L}\p{Nd}])_|_(?![\p{L}\p{Nd}])|\](?=[(\[:])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~~")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\A(?:(?<n>\d{1,9})(?<m>[.)](?=\s))|(?<n>)(?<m>[#>]|[-+](?=\s)|---|===))")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\A\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();
}
