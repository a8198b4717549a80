using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>
/// A card as a page to look at. This is our own drawing of what the platform's documents describe, made to judge a layout by; it is
/// not the client's.
/// </summary>
internal static partial class CardPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    public static string Of(string title, IEnumerable<string> cards) => $"""
        <!doctype html><html><head><meta charset="utf-8"><title>{Encode(title)}</title><style>{Style}</style></head>
        <body>{string.Concat(cards.Select(card => $"<div class=card>{Body(JsonNode.Parse(card)!)}</div>"))}</body></html>
        """;

    private static string Body(JsonNode card) => Elements(card["body"]!["elements"]!);

    private static string Elements(JsonNode elements) => string.Concat(elements.AsArray().Select(element => Element(element!)));

    private static string Element(JsonNode element) => Text(element, "tag") switch
    {
        "markdown" => $"<div class='md {Text(element, "text_size")}'>{Words(Text(element, "content"))}</div>",
        "hr" => "<hr>",
        "button" => Button(element),
        "collapsible_panel" => Panel(element),
        "column_set" => $"<div class='columns {Text(element, "flex_mode")}'>{string.Concat(element["columns"]!.AsArray().Select(column => $"<div>{Elements(column!["elements"]!)}</div>"))}</div>",
        "form" => $"<div class=form>{Elements(element["elements"]!)}</div>",
        "select_static" => $"<div class=field>{Label(element, "placeholder")}<span>▾</span></div>",
        "input" => $"<div class='field area'>{Label(element, "placeholder")}</div>",
        var tag => throw new InvalidOperationException($"No drawing for {tag}."),
    };

    private static string Button(JsonNode button)
    {
        var isOff = button["disabled"]?.GetValue<bool>() == true;
        return $"<button class='{Text(button, "type")}'{(isOff ? " disabled" : "")}>{Label(button, "text")}</button>";
    }

    private static string Panel(JsonNode panel)
    {
        var isOpen = panel["expanded"]!.GetValue<bool>();
        return $"<div class=panel><div class=title>{Label(panel["header"]!, "title")}<span>{(isOpen ? "▴" : "▾")}</span></div>{(isOpen ? Elements(panel["elements"]!) : "")}</div>";
    }

    private static string Words(string markdown)
    {
        var html = Markdown.ToHtml(Badge().Replace(markdown, "@@badge$1@@"), Pipeline);
        return Grey().Replace(PlacedBadge().Replace(html, "<span class=badge>$1</span>"), "<span class=grey>$1</span>");
    }

    /// <summary>The machine that draws may have no font with thumbs.</summary>
    private static string Label(JsonNode parent, string name) => Encode(Text(parent[name]!, "content"))
        .Replace(Encode("👍"), "<svg viewBox='0 0 24 24'><path d='M1 21h4V9H1zM23 10a2 2 0 0 0-2-2h-6l1-5-2-2-7 7v11a2 2 0 0 0 2 2h9a2 2 0 0 0 2-1l3-8z'/></svg>", StringComparison.Ordinal)
        .Replace(Encode("👎"), "<svg viewBox='0 0 24 24' class=down><path d='M1 21h4V9H1zM23 10a2 2 0 0 0-2-2h-6l1-5-2-2-7 7v11a2 2 0 0 0 2 2h9a2 2 0 0 0 2-1l3-8z'/></svg>", StringComparison.Ordinal);

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("<number_tag[^>]*>([0-9]+)</number_tag>")]
    private static partial Regex Badge();

    [GeneratedRegex("@@badge([0-9]+)@@")]
    private static partial Regex PlacedBadge();

    [GeneratedRegex("<font color='grey'>(.*?)</font>")]
    private static partial Regex Grey();

    private const string Style = """
        body { margin: 0; padding: 12px; background: #f2f3f5; font: 14px/1.57 "Noto Sans CJK SC", "Noto Sans", "Noto Color Emoji", sans-serif; color: #1f2329 }
        .card { background: #fff; border: 1px solid #dee0e3; border-radius: 8px; padding: 12px; margin: 0 auto 12px; max-width: 576px; display: flex; flex-direction: column; gap: 8px }
        .md > :first-child { margin-top: 0 } .md > :last-child { margin-bottom: 0 } .md p { margin: 6px 0 } .md ul, .md ol { margin: 6px 0; padding-left: 22px }
        .md { overflow-wrap: anywhere } .notation { font-size: 12px } h4 { font-size: 18px } h5 { font-size: 17px } h6 { font-size: 14px } h4, h5, h6 { margin: 8px 0 4px }
        a { color: #1456f0; text-decoration: none } .grey { color: #8f959e } hr { border: 0; border-top: 1px solid #dee0e3; margin: 0; width: 100% }
        .badge { display: inline-block; min-width: 15px; border-radius: 8px; background: #8f959e; color: #fff; font-size: 10px; line-height: 15px; text-align: center; margin: 0 2px; vertical-align: 1px }
        pre { background: #f5f6f7; border: 1px solid #dee0e3; border-radius: 6px; padding: 8px; margin: 6px 0; overflow-x: auto; font-size: 12px }
        table { border-collapse: collapse; margin: 6px 0 } td, th { border: 1px solid #dee0e3; padding: 4px 10px; text-align: left } th { background: #f5f6f7 } blockquote { margin: 6px 0; padding-left: 8px; border-left: 2px solid #bbbfc4; color: #646a73 }
        .panel { border: 1px solid #dee0e3; border-radius: 5px; padding: 8px 10px; display: flex; flex-direction: column; gap: 8px } .title { display: flex; justify-content: space-between }
        .columns { display: flex; gap: 8px; align-items: center } .columns.flow { flex-wrap: wrap }
        button { font: 12px/18px inherit; font-family: inherit; border: 1px solid #d0d3d6; border-radius: 6px; background: #fff; color: #1f2329; padding: 3px 10px; width: max-content; max-width: 100%; white-space: normal; text-align: left }
        button.primary { background: #1456f0; border-color: #1456f0; color: #fff } button:disabled { background: #f2f3f5; color: #bbbfc4; border-color: #dee0e3 }
        svg { width: 14px; height: 14px; fill: #f5a623; vertical-align: -2px } svg.down { transform: rotate(180deg) }
        .form { display: flex; flex-direction: column; gap: 12px } .field { border: 1px solid #d0d3d6; border-radius: 6px; padding: 5px 10px; color: #8f959e; display: flex; justify-content: space-between } .area { min-height: 44px }
        """;
}
