using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Card JSON 2.0, as far as we use it. The platform refuses a card with one unknown property, so cards are written from
/// these types only: https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
/// </summary>
internal sealed record Card(CardConfig Config, CardBody Body)
{
    public string Schema { get; } = "2.0";

    public string ToJson() => JsonSerializer.Serialize(this, CardJson.Default.Card);
}

internal sealed record CardConfig(bool StreamingMode, CardSummary Summary)
{
    public bool UpdateMulti { get; } = true;

    public StreamingConfig? StreamingConfig { get; init; }
}

/// <summary>The line in the list of chats. It is not replaced by itself when a stream ends.</summary>
internal sealed record CardSummary(string Content);

internal sealed record StreamingConfig(PlatformValue PrintFrequencyMs, PlatformValue PrintStep)
{
    public string PrintStrategy { get; } = "fast";
}

internal sealed record PlatformValue(int Default);

internal sealed record CardBody(IReadOnlyList<CardElement> Elements);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "tag")]
[JsonDerivedType(typeof(MarkdownElement), "markdown")]
[JsonDerivedType(typeof(DividerElement), "hr")]
[JsonDerivedType(typeof(PanelElement), "collapsible_panel")]
[JsonDerivedType(typeof(ColumnSetElement), "column_set")]
[JsonDerivedType(typeof(ColumnElement), "column")]
[JsonDerivedType(typeof(ButtonElement), "button")]
internal abstract record CardElement
{
    /// <summary>A letter, then letters, digits and underscores; at most 20 in all, unique in the card.</summary>
    public string? ElementId { get; init; }
}

internal sealed record MarkdownElement(string Content) : CardElement
{
    public string? TextSize { get; init; }
}

internal sealed record DividerElement : CardElement;

internal sealed record PanelElement(PanelHeader Header, IReadOnlyList<CardElement> Elements) : CardElement
{
    public bool Expanded { get; }

    public PanelBorder Border { get; } = new("grey", "5px");
}

internal sealed record PanelHeader(PlainText Title)
{
    public PanelIcon Icon { get; } = new("down-small-ccm_outlined", "16px 16px");

    public string IconPosition { get; } = "right";

    public int IconExpandedAngle { get; } = -180;
}

internal sealed record PanelIcon(string Token, string Size)
{
    public string Tag { get; } = "standard_icon";
}

internal sealed record PanelBorder(string Color, string CornerRadius);

internal sealed record ColumnSetElement(IReadOnlyList<CardElement> Columns) : CardElement
{
    public string FlexMode { get; } = "none";

    public string HorizontalSpacing { get; } = "8px";
}

internal sealed record ColumnElement(IReadOnlyList<CardElement> Elements) : CardElement
{
    public string Width { get; } = "auto";
}

internal sealed record ButtonElement(PlainText Text, IReadOnlyList<CallbackBehavior> Behaviors) : CardElement
{
    public string Type { get; } = "default";

    public string Size { get; } = "small";
}

internal sealed record PlainText(string Content)
{
    public string Tag { get; } = "plain_text";
}

/// <param name="Value">Always an object: a string reaches some clients as an error.</param>
internal sealed record CallbackBehavior(FeedbackValue Value)
{
    public string Type { get; } = "callback";
}

internal sealed record FeedbackValue(string Action, string Vote, string AnswerId);

/// <summary>The content of a message that shows a card entity.</summary>
internal sealed record CardReference(CardReferenceData Data)
{
    public string Type { get; } = "card";

    public static string ToJson(string cardId) => JsonSerializer.Serialize(new CardReference(new CardReferenceData(cardId)), CardJson.Default.CardReference);
}

internal sealed record CardReferenceData(string CardId);

internal sealed record CardSettingsContent(ClosingConfig Config);

/// <summary>Closes the stream: until then the card cannot be forwarded and its buttons do nothing.</summary>
internal sealed record ClosingConfig(CardSummary Summary)
{
    public bool StreamingMode { get; }
}

internal sealed record TextMessage(string Text)
{
    public string ToJson() => JsonSerializer.Serialize(this, CardJson.Default.TextMessage);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(CardReference))]
[JsonSerializable(typeof(CardSettingsContent))]
[JsonSerializable(typeof(TextMessage))]
internal sealed partial class CardJson : JsonSerializerContext
{
    static CardJson() => Default = new CardJson(new JsonSerializerOptions(Default.Options)
    {
        // Chinese as itself: three bytes instead of six, of thirty thousand.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
