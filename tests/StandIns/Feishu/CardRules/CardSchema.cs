using System.Text.Json.Nodes;
using static Wenlu.StandIns.Feishu.Checks;

namespace Wenlu.StandIns.Feishu;

/// <summary>The frame of a card: everything but the components of its body.</summary>
internal static class CardSchema
{
    private static readonly string[] Colors =
        ["neutral", "blue", "turquoise", "lime", "orange", "violet", "indigo", "wathet", "green", "yellow", "red", "purple", "carmine"];

    private static readonly string[] Templates =
        ["blue", "wathet", "turquoise", "green", "yellow", "orange", "red", "carmine", "violet", "purple", "indigo", "grey", "default"];

    private static readonly Check CardAddress = Either(OneOf("", "lark://msgcard/unsupported_action"), Url);
    private static readonly Check PerClient = new Shape(
        ("default!", Whole(1, 10_000)), ("android", Whole(1, 10_000)), ("ios", Whole(1, 10_000)), ("pc", Whole(1, 10_000))).Check;

    private static readonly Shape StreamingConfig = new(
        ("print_frequency_ms", PerClient), ("print_step", PerClient), ("print_strategy", OneOf("fast", "delay")));

    private static readonly Shape Style = new(
        ("text_size", MapOf(new Shape(("default", Text), ("pc", Text), ("mobile", Text)).Check)),
        ("color", MapOf(new Shape(("light_mode", Text), ("dark_mode", Text)).Check)));

    private static readonly Shape Config = new(
        ("streaming_mode", Flag), ("streaming_config", StreamingConfig.Check),
        ("summary", new Shape(("content", Text), ("i18n_content", Translations)).Check),
        ("locales", ListOf(Text)), ("enable_forward", Flag), ("update_multi", Shared),
        ("width_mode", OneOf("default", "compact", "fill")), ("use_custom_translation", Flag),
        ("enable_forward_interaction", Flag), ("style", Style.Check));

    private static readonly Shape CardLink = new(
        ("url", CardAddress), ("pc_url", CardAddress), ("ios_url", CardAddress), ("android_url", CardAddress));

    private static readonly Shape TextTag = new(
        ("tag!", OneOf("text_tag")), ("element_id", ElementSchema.ElementId), ("text!", ElementSchema.Label), ("color", OneOf(Colors)));

    private static readonly Shape Header = new(
        ("title!", ElementSchema.Label), ("subtitle", ElementSchema.Label), ("text_tag_list", ListOf(TextTag.Check, 3)),
        ("template", OneOf(Templates)), ("icon", ElementSchema.Icon), ("padding", Pixels(0, 99, 4)));

    private static readonly Shape Body = new(
        [.. ElementSchema.Layout, ("elements", ListOf(ElementSchema.Element))]);

    private static readonly Shape Root = new(
        ("schema!", Schema2), ("config", Config.Check), ("card_link", CardLink.Check), ("header", Header.Check), ("body", Body.Check));

    public static void Card(CardWalk walk, JsonNode? node, string path)
    {
        if (node is JsonObject card && card.Count == 0) return;
        Root.Check(walk, node, path);
    }

    private static void Schema2(CardWalk walk, JsonNode? node, string path)
    {
        if (String(node) != "2.0") walk.Report(CardProblemKind.NotSchema2, path, "only 2.0 is taken");
    }

    private static void Shared(CardWalk walk, JsonNode? node, string path)
    {
        if (node is not JsonValue value || !value.TryGetValue<bool>(out var isShared) || !isShared)
            walk.Report(CardProblemKind.NotShared, path, "only true is taken");
    }
}
