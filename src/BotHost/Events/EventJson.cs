using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Events;

internal sealed record ChallengeAnswer(string Challenge);

internal sealed record CallbackAnswer(Toast Toast, CallbackCard? Card)
{
    public static CallbackAnswer From(CardActionReply reply) => new(
        new Toast(reply.ToastType, reply.Toast.In(reply.Language), new(reply.Toast.Chinese, reply.Toast.English)),
        reply.Card is { } card ? new CallbackCard(card) : null);
}

internal sealed record CallbackCard(Card Data)
{
    public string Type { get; } = "raw";
}

/// <seealso href="https://open.feishu.cn/document/feishu-cards/card-callback-communication"/>
internal sealed record Toast(string Type, string Content, ToastLanguages I18n);

internal sealed record ToastLanguages(string ZhCn, string EnUs);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChallengeAnswer))]
[JsonSerializable(typeof(CallbackAnswer))]
internal sealed partial class EventJson : JsonSerializerContext
{
    static EventJson() => Default = new EventJson(new JsonSerializerOptions(Default.Options)
    {
        // A card has its limit in bytes here too: Chinese as itself.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
