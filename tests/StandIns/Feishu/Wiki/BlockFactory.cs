using System.Globalization;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>Blocks with the members that the platform gives them.</summary>
internal sealed class BlockFactory(Random random)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly string[] TextMembers = ["", "page", "text", "heading1", "heading2", "heading3", "heading4", "heading5", "heading6",
        "heading7", "heading8", "heading9", "bullet", "ordered", "code", "quote", "equation", "todo"];

    /// <summary>27 letters and digits, as tokens and block ids are.</summary>
    public string Id() => new(random.GetItems<char>(Alphabet, 27));

    public static BlockNode Page(string documentId, string title) => new(documentId, 1, "page", Body([Run(title)]));

    public BlockNode Text(params JsonObject[] elements) => new(Id(), 2, "text", Body(elements));

    /// <summary>An empty paragraph: the platform leaves <c>elements</c> out.</summary>
    public BlockNode Empty() => new(Id(), 2, "text", new JsonObject { ["style"] = new JsonObject() });

    public BlockNode Heading(int level, string text) => new(Id(), level + 2, TextMembers[level + 2], Body([Run(text)]));

    public BlockNode Bullet(params JsonObject[] elements) => new(Id(), 12, "bullet", Body(elements));

    public BlockNode Ordered(string sequence, params JsonObject[] elements) =>
        new(Id(), 13, "ordered", Body(elements, new JsonObject { ["sequence"] = sequence }));

    public BlockNode Code(int language, string code) =>
        new(Id(), 14, "code", Body([Run(code)], new JsonObject { ["language"] = language, ["wrap"] = true }));

    public BlockNode Quote(string text) => new(Id(), 15, "quote", Body([Run(text)]));

    public BlockNode Equation(string formula) => new(Id(), 16, "equation", Body([Run(formula)]));

    public BlockNode Todo(bool done, string text) => new(Id(), 17, "todo", Body([Run(text)], new JsonObject { ["done"] = done }));

    public BlockNode Callout(string emoji) =>
        new(Id(), 19, "callout", new JsonObject { ["background_color"] = 5, ["border_color"] = 5, ["emoji_id"] = emoji });

    public BlockNode Image(string? caption) => new(Id(), 27, "image", Picture(caption));

    /// <summary>A file stands in a view block, always.</summary>
    public BlockNode File(string name) => Plain(33, "view", new JsonObject { ["view_type"] = 1 })
        .With(Plain(23, "file", new JsonObject { ["token"] = Id(), ["name"] = name }));

    public BlockNode Grid(params BlockNode[][] columns) => Plain(24, "grid", new JsonObject { ["column_size"] = columns.Length })
        .With(columns.Select(column => Plain(25, "grid_column", new JsonObject { ["width_ratio"] = 100 / columns.Length }).With(column)));

    public BlockNode Container(int type, string member) => Plain(type, member, []);

    public BlockNode Plain(int type, string member, JsonObject content) => new(Id(), type, member, content);

    /// <param name="cells">Row by row; those hidden by a merged one are empty.</param>
    /// <param name="columns">How many to a row.</param>
    /// <param name="spans">Where a cell covers more than itself: its place, rows and columns.</param>
    public BlockNode Table(BlockNode[][] cells, int columns, params (int At, int Rows, int Columns)[] spans)
    {
        var nodes = cells.Select(cell => Container(32, "table_cell").With(cell)).ToArray();
        var merged = cells.Select((_, at) => Array.Find(spans, span => span.At == at && span.Rows > 0) is { Rows: > 0 } span ? Span(span.Rows, span.Columns) : Span(1, 1));
        return Plain(31, "table", new JsonObject
        {
            ["cells"] = new JsonArray([.. nodes.Select(node => (JsonNode)node.Id)]),
            ["property"] = new JsonObject
            {
                ["row_size"] = cells.Length / columns,
                ["column_size"] = columns,
                ["column_width"] = new JsonArray([.. Enumerable.Repeat(100, columns).Select(width => (JsonNode)width)]),
                ["header_row"] = true,
                ["merge_info"] = new JsonArray([.. merged]),
            },
        }).With(nodes);
    }

    public static JsonObject Run(string text, params string[] styles)
    {
        var style = new JsonObject();
        foreach (var name in styles)
            style[name] = true;
        return Element("text_run", new JsonObject { ["content"] = text }, style);
    }

    public static JsonObject Link(string text, string url) =>
        Element("text_run", new JsonObject { ["content"] = text }, new JsonObject { ["link"] = new JsonObject { ["url"] = Uri.EscapeDataString(url) } });

    public static JsonObject MentionUser(string openId) => Element("mention_user", new JsonObject { ["user_id"] = openId });

    public static JsonObject MentionDocument(string token, string url, string title) => Element("mention_doc", new JsonObject
    {
        ["token"] = token,
        ["obj_type"] = 16,
        ["url"] = Uri.EscapeDataString(url),
        ["title"] = title,
    });

    public static JsonObject Reminder(DateTimeOffset when) => Element("reminder", new JsonObject
    {
        ["create_user_id"] = "ou_0000000000000000000000000000aaaa",
        ["is_notify"] = true,
        ["is_whole_day"] = true,
        ["expire_time"] = when.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["notify_time"] = when.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    });

    public static JsonObject Formula(string content) => Element("equation", new JsonObject { ["content"] = content });

    private static JsonObject Element(string member, JsonObject content, JsonObject? style = null)
    {
        content["text_element_style"] = style ?? [];
        return new JsonObject { [member] = content };
    }

    private static JsonObject Body(JsonObject[] elements, JsonObject? style = null)
    {
        style ??= [];
        style["align"] = 1;
        return new JsonObject { ["elements"] = new JsonArray([.. elements]), ["style"] = style };
    }

    private JsonObject Picture(string? caption)
    {
        var image = new JsonObject { ["token"] = Id(), ["width"] = 100, ["height"] = 100, ["align"] = 2 };
        if (caption is not null)
            image["caption"] = new JsonObject { ["content"] = caption };
        return image;
    }

    private static JsonObject Span(int rows, int columns) => new JsonObject { ["row_span"] = rows, ["col_span"] = columns };
}
