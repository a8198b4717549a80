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
internal sealed record CardSummary(string Content)
{
    /// <summary>For a sentence of ours, which everybody can see in the language of their client.</summary>
    public Localized? I18nContent { get; init; }

    public static CardSummary Of(Bilingual sentence, Language language) =>
        new(sentence.In(language)) { I18nContent = Localized.Of(sentence) };
}

/// <summary>A client with another language than these shows English.</summary>
internal sealed record Localized(string ZhCn, string EnUs)
{
    public static Localized Of(Bilingual text) => new(text.Chinese, text.English);
}

internal sealed record StreamingConfig(PlatformValue PrintFrequencyMs, PlatformValue PrintStep)
{
    public string PrintStrategy { get; } = "fast";
}

internal sealed record PlatformValue(int Default);

internal sealed record CardBody(IReadOnlyList<CardElement> Elements);

/// <summary>The content of a message that shows a card entity.</summary>
internal sealed record CardReference(CardReferenceData Data)
{
    public string Type { get; } = "card";

    public static string ToJson(string cardId) => JsonSerializer.Serialize(new CardReference(new CardReferenceData(cardId)), CardJson.Default.CardReference);
}

internal sealed record CardReferenceData(string CardId);

internal sealed record CardSettingsContent(ClosingConfig Config);

/// <summary>Closes the stream: until then the card cannot be forwarded and a click cannot change it.</summary>
internal sealed record ClosingConfig(CardSummary Summary)
{
    public bool StreamingMode { get; }
}

internal sealed record TextMessage(string Text)
{
    /// <summary>Nothing said in a text has marks, so what looks like one comes from a name that somebody gave a file: it must call nobody.</summary>
    public string ToJson() => JsonSerializer.Serialize(this with { Text = Text.Replace('<', '＜') }, CardJson.Default.TextMessage);
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
