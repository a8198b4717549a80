using System.Text.Json.Nodes;
using static Wenlu.StandIns.Feishu.Checks;

namespace Wenlu.StandIns.Feishu;

/// <summary>The components of a card's body and the properties each of them takes.</summary>
internal static class ElementSchema
{
    public static readonly Check ElementId = (walk, node, path) => walk.TakeElementId(String(node) ?? "", path);

    public static readonly Check Icon = new Shape(
        ("tag!", OneOf("standard_icon", "custom_icon")), ("token", Text), ("img_key", Text), ("color", Text), ("size", Text)).Check;

    private static readonly Check Spacing = Either(OneOf("small", "medium", "large", "extra_large"), Pixels(0, 99));
    private static readonly Check Padding = Either(OneOf("small", "medium", "large", "extra_large"), Pixels(0, 99, 4));
    private static readonly Check Align = OneOf("left", "center", "right");
    private static readonly Check VerticalAlign = OneOf("top", "center", "bottom");
    private static readonly Check I18nText = Translations;

    public static readonly (string, Check)[] Layout =
    [
        ("direction", OneOf("vertical", "horizontal")), ("padding", Padding), ("horizontal_spacing", Spacing), ("horizontal_align", Align),
        ("vertical_spacing", Spacing), ("vertical_align", VerticalAlign),
    ];

    private static readonly (string, Check)[] Words =
    [
        ("element_id", ElementId), ("content!", Text), ("i18n_content", I18nText), ("text_size", Text), ("text_color", Text),
        ("text_align", Align),
    ];

    private static readonly Shape PlainText = new([("tag!", OneOf("plain_text")), .. Words, ("lines", Whole(1, 100))]);
    private static readonly Shape LarkMarkdown = new([("tag!", OneOf("lark_md")), .. Words, ("lines", Whole(1, 100))]);

    public static readonly Check Plain = PlainText.Check;

    /// <summary>A text inside a component, plain or with inline Markdown.</summary>
    public static readonly Check Label = (walk, node, path) =>
    {
        var isMarkdown = String((node as JsonObject)?["tag"]) == "lark_md";
        (isMarkdown ? LarkMarkdown : PlainText).Check(walk, node, path);
        if (isMarkdown) CardMarkdown.Check(walk, String(node!["content"]) ?? "", path);
    };

    private static readonly (string, Check)[] Common = [("tag!", Text), ("element_id", ElementId), ("margin", Pixels(-99, 99, 4))];
    private static readonly Check Confirm = new Shape(("title", Plain), ("text", Plain)).Check;
    private static readonly Check Address =
        new Shape(("url", OptionalUrl), ("pc_url", OptionalUrl), ("ios_url", OptionalUrl), ("android_url", OptionalUrl)).Check;

    private static readonly Check Action = new Shape(("multi_url!", Address)).Check;
    private static readonly Check Children = ListOf(Element);
    private static readonly Check Width = Either(OneOf("default", "auto", "fill"), Pixels(16, 999));

    private static readonly Shape OpenUrl = new(
        ("type!", OneOf("open_url")), ("default_url!", Url), ("pc_url", OptionalUrl), ("ios_url", OptionalUrl), ("android_url", OptionalUrl));

    private static readonly Shape Callback = new(("type!", OneOf("callback")), ("value!", AnyObject));
    private static readonly Check Behaviors = ListOf((walk, node, path) =>
        (String((node as JsonObject)?["type"]) == "open_url" ? OpenUrl : Callback).Check(walk, node, path));

    private static readonly Check Option = new Shape(("text!", Plain), ("value!", Text), ("icon", Icon)).Check;
    private static readonly Check Choices = (walk, node, path) =>
    {
        ListOf(Option)(walk, node, path);
        var values = (node as JsonArray)?.Select(choice => String((choice as JsonObject)?["value"])).ToList() ?? [];
        if (values.Count == 0 || values.Distinct().Count() < values.Count)
            walk.Report(CardProblemKind.WrongValue, path, "choices need values of their own, and there must be one");
    };

    private static readonly Check OverflowOption = new Shape(("text!", Plain), ("value", Text), ("multi_url", Address)).Check;

    private static readonly Shape Column = new(
    [
        ("tag!", OneOf("column")), ("element_id", ElementId), ("width", Either(OneOf("auto", "weighted"), Pixels(16, 600))),
        ("weight", Whole(1, 5)), .. Layout, ("margin", Pixels(-99, 99, 4)), ("background_style", Text), ("elements", Children), ("action", Action),
    ]);

    private static readonly Shape PanelHeader = new(
        ("title!", PanelTitle), ("background_color", Text), ("vertical_align", VerticalAlign), ("padding", Padding), ("position", Text),
        ("width", OneOf("fill", "auto", "auto_when_fold")), ("icon", Icon), ("icon_position", OneOf("left", "right", "follow_text")),
        ("icon_expanded_angle", Either(Whole(-180, -180), Whole(-90, -90), Whole(90, 90), Whole(180, 180))));

    private static readonly Check Border = new Shape(("color", Text), ("corner_radius", Text)).Check;
    private static readonly Check TableColumn = new Shape(
        ("name!", Text), ("display_name", Text), ("data_type!", OneOf("text", "lark_md", "markdown", "options", "number", "persons", "date")),
        ("width", Text), ("horizontal_align", Align)).Check;

    private static readonly (string, Check)[] Input =
    [
        .. Common, ("name", Text), ("required", Flag), ("disabled", Flag), ("behaviors", Behaviors), ("confirm", Confirm),
        ("placeholder", Plain), ("width", Width),
    ];

    private static readonly Dictionary<string, Shape> Components = new()
    {
        ["markdown"] = new(
        [
            .. Common, ("content!", Text), ("i18n_content", I18nText), ("text_size", Text), ("text_align", Align), ("icon", Icon),
        ]),
        ["div"] = new([.. Common, ("text", Label), ("icon", Icon), ("width", Width)]),
        ["hr"] = new(Common),
        ["img"] = new(
        [
            .. Common, ("img_key!", Text), ("alt!", Plain), ("title", Plain), ("scale_type", OneOf("crop_center", "crop_top", "fit_horizontal")),
            ("size", Text), ("corner_radius", Text), ("preview", Flag), ("transparent", Flag),
        ]),
        ["column_set"] = new(
        [
            .. Common, ("columns!", ListOf(OneColumn)), ("flex_mode", OneOf("none", "stretch", "flow", "bisect", "trisect")),
            ("horizontal_spacing", Spacing), ("horizontal_align", Align), ("background_style", Text), ("action", Action),
        ]),
        ["collapsible_panel"] = new(
        [
            .. Common, ("expanded", Flag), ("background_color", Text), ("header!", PanelHeader.Check), ("border", Border), ("direction", Text),
            ("vertical_spacing", Spacing), ("horizontal_spacing", Spacing), ("padding", Padding), ("elements", Children),
        ]),
        ["button"] = new(
        [
            .. Common, ("text", Plain), ("size", OneOf("tiny", "small", "medium", "large")), ("icon", Icon), ("disabled", Flag),
            ("type", OneOf("default", "primary", "danger", "text", "primary_text", "danger_text", "primary_filled", "danger_filled", "laser")),
            ("width", Either(OneOf("default", "fill"), Pixels(100, int.MaxValue))), ("disabled_tips", Plain), ("hover_tips", Plain),
            ("confirm", Confirm), ("behaviors", Behaviors), ("name", Text), ("required", Flag), ("form_action_type", OneOf("submit", "reset")),
        ]),
        ["form"] = new(
        [
            .. Common, ("name!", Text), ("elements!", Children), ("direction", Text), ("vertical_spacing", Spacing),
            ("horizontal_spacing", Spacing), ("padding", Padding), ("confirm", Confirm),
        ]),
        ["input"] = new(
        [
            .. Input, ("default_value", Text), ("label", Plain), ("label_position", OneOf("top", "left")), ("max_length", Whole(1, 1000)),
            ("input_type", OneOf("text", "multiline_text", "password")), ("rows", Whole(1, 100)), ("auto_resize", Flag),
            ("max_rows", Whole(1, 100)),
        ]),
        ["select_static"] = new([.. Input, ("options!", Choices), ("initial_option", Text), ("type", OneOf("default", "text"))]),
        ["multi_select_static"] = new(
        [
            .. Input, ("options!", Choices), ("selected_values", ListOf(Text)), ("type", OneOf("default", "text")),
        ]),
        ["overflow"] = new([.. Common, ("name", Text), ("options!", ListOf(OverflowOption)), ("behaviors", Behaviors)]),
        ["checker"] = new([.. Common, ("name", Text), ("checked", Flag), ("text!", Label), ("disabled", Flag), ("behaviors", Behaviors)]),
        ["interactive_container"] = new(
        [
            .. Common, .. Layout, ("elements!", Children), ("behaviors!", Behaviors), ("width", Text), ("height", Text),
            ("background_style", Text), ("has_border", Flag), ("border_color", Text), ("corner_radius", Text), ("disabled", Flag),
            ("confirm", Confirm), ("hover_tips", Plain),
        ]),
        ["table"] = new(
        [
            .. Common, ("page_size", Whole(1, 10)), ("row_height", Text), ("header_style", AnyObject), ("freeze_first_column", Flag),
            ("columns!", ListOf(TableColumn)), ("rows!", ListOf(AnyObject)),
        ]),
    };

    private static readonly HashSet<string> Interactive =
        ["button", "input", "select_static", "multi_select_static", "checker", "overflow"];

    public static void Element(CardWalk walk, JsonNode? node, string path)
    {
        var tag = String((node as JsonObject)?["tag"]);
        if (tag is null || !Components.TryGetValue(tag, out var shape))
        {
            walk.Report(CardProblemKind.UnknownTag, path, tag ?? "no tag");
            return;
        }

        CheckPlace(walk, tag, path);
        CheckRules(walk, tag, (JsonObject)node!, path);
        Visit(walk, tag, path, () => shape.Check(walk, node, path));
    }

    private static void Visit(CardWalk walk, string tag, string path, Action visit)
    {
        if (tag == "form") walk.InsideForm(path, visit);
        else if (tag is "collapsible_panel" or "interactive_container") walk.Inside(path, visit);
        else visit();
    }

    private static void CheckPlace(CardWalk walk, string tag, string path)
    {
        if (tag is "form" or "table" && walk.InContainer) walk.Report(CardProblemKind.Misplaced, path, $"{tag} inside a container");
        if (tag == "table") walk.Tables++;
    }

    private static void CheckRules(CardWalk walk, string tag, JsonObject element, string path)
    {
        var name = String(element["name"]);
        if (tag == "markdown") CardMarkdown.Check(walk, String(element["content"]) ?? "", path);
        if (name is not null || walk.InForm && Interactive.Contains(tag)) walk.TakeName(name ?? "", $"{path}.name");
        if (tag == "button") CheckButton(walk, element, path);
        if (!element.ContainsKey("form_action_type")) return;
        if (!walk.InForm) walk.Report(CardProblemKind.Misplaced, path, "form_action_type outside a form");
        walk.FormHasSubmit |= String(element["form_action_type"]) == "submit";
    }

    // Nothing can be pressed that says nothing and does nothing, unless it is switched off.
    private static void CheckButton(CardWalk walk, JsonObject button, string path)
    {
        if (button["text"] is null && button["icon"] is null) walk.Report(CardProblemKind.MissingProperty, path, "text or icon");
        var isOff = button["disabled"] is JsonValue value && value.TryGetValue<bool>(out var off) && off;
        var doesSomething = button["behaviors"] is JsonArray { Count: > 0 } || button.ContainsKey("form_action_type");
        if (!isOff && !doesSomething) walk.Report(CardProblemKind.MissingProperty, path, "behaviors");
    }

    // A column set and its column are one level together.
    private static void OneColumn(CardWalk walk, JsonNode? node, string path) => walk.Inside(path, () => Column.Check(walk, node, path));

    private static void PanelTitle(CardWalk walk, JsonNode? node, string path)
    {
        if (String((node as JsonObject)?["tag"]) != "markdown") Plain(walk, node, path);
        else Element(walk, node, path);
    }
}
