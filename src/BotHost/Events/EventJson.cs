using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Events;

internal sealed record ChallengeAnswer(string Challenge);

internal sealed record CallbackAnswer(Toast? Toast)
{
    public static CallbackAnswer From(CardActionReply reply) =>
        new(reply.Toast is { } text ? new Toast(reply.ToastType ?? "info", text.Chinese, new(text.Chinese, text.English)) : null);
}

/// <seealso href="https://open.feishu.cn/document/feishu-cards/card-callback-communication"/>
internal sealed record Toast(string Type, string Content, ToastLanguages I18n);

internal sealed record ToastLanguages(string ZhCn, string EnUs);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChallengeAnswer))]
[JsonSerializable(typeof(CallbackAnswer))]
internal sealed partial class EventJson : JsonSerializerContext;
