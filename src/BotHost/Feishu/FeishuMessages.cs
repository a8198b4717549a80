using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Feishu;

internal record FeishuResponse(int Code, string? Msg);

internal sealed record FeishuResponse<T>(int Code, string? Msg, T? Data) : FeishuResponse(Code, Msg);

internal sealed record TenantTokenRequest(string AppId, string AppSecret);

/// <param name="Expire">Seconds that are left.</param>
internal sealed record TenantTokenResponse(int Code, string? TenantAccessToken, int Expire);

internal sealed record BotInfoResponse(int Code, BotInfo? Bot);

internal sealed record BotInfo(int ActivateStatus, string? AppName, string? OpenId);

/// <param name="Content">JSON within JSON, as the platform wants it.</param>
/// <param name="Uuid">At most 50 characters.</param>
internal sealed record ReplyRequest(string MsgType, string Content, string Uuid);

internal sealed record SendRequest(string ReceiveId, string MsgType, string Content, string Uuid);

internal sealed record MessageContent(string Content);

internal sealed record SentMessage(string MessageId, string? ChatId, string? ThreadId);

internal sealed record ReactionRequest(ReactionType ReactionType)
{
    /// <summary>The nearest thing to a sign of typing that the platform has.</summary>
    public static readonly ReactionRequest Typing = new(new ReactionType("Typing"));
}

internal sealed record ReactionType(string EmojiType);

internal sealed record CreatedReaction(string? ReactionId);

/// <summary>One message, or a forwarded parcel followed by what is in it.</summary>
internal sealed record MessageItems(IReadOnlyList<MessageItem>? Items);

/// <summary>A message as it is read back: other names, and plainer ids, than in the event that brought it.</summary>
/// <param name="UpperMessageId">The parcel that it is in.</param>
/// <param name="CreateTime">Milliseconds.</param>
internal sealed record MessageItem(
    string? MessageId, string? UpperMessageId, string? MsgType, string? CreateTime, bool Deleted, ItemSender? Sender, ItemBody? Body,
    IReadOnlyList<ItemMention>? Mentions);

/// <param name="SenderType"><c>user</c> or <c>app</c>.</param>
internal sealed record ItemSender(string? Id, string? SenderType);

internal sealed record ItemBody(string? Content);

internal sealed record ItemMention(string? Key, string? Id, string? IdType, string? Name);

internal sealed record ChatMembers(IReadOnlyList<ChatMember>? Items, bool HasMore, string? PageToken);

internal sealed record ChatMember(string? MemberId, string? Name);

internal sealed record CardData(string Type, string Data)
{
    public static CardData FromJson(string json) => new("card_json", json);
}

internal sealed record CreatedCard(string CardId);

/// <param name="Sequence">Greater than that of any earlier operation on the card, of whatever kind.</param>
internal sealed record ElementText(string Content, int Sequence, string Uuid);

internal sealed record CardSettings(string Settings, int Sequence, string Uuid);

internal sealed record CardReplacement(CardData Card, int Sequence, string Uuid);

/// <summary>The part of every answer that says whether the call worked.</summary>
/// <param name="Error">Of most refusals an object, of signing in a word.</param>
/// <param name="ErrorDescription">What signing in has instead of <paramref name="Msg"/>.</param>
internal sealed record FeishuResult(int? Code, string? Msg, JsonElement Error, string? ErrorDescription)
{
    public string? Reason => Msg ?? ErrorDescription;

    public string? LogId => Error.ValueKind == JsonValueKind.Object && Error.TryGetProperty("log_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FeishuResponse))]
[JsonSerializable(typeof(FeishuResponse<SentMessage>))]
[JsonSerializable(typeof(FeishuResponse<CreatedCard>))]
[JsonSerializable(typeof(FeishuResponse<CreatedReaction>))]
[JsonSerializable(typeof(ReactionRequest))]
[JsonSerializable(typeof(FeishuResponse<MessageItems>))]
[JsonSerializable(typeof(FeishuResponse<ChatMembers>))]
[JsonSerializable(typeof(TenantTokenRequest))]
[JsonSerializable(typeof(TenantTokenResponse))]
[JsonSerializable(typeof(BotInfoResponse))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(MessageContent))]
[JsonSerializable(typeof(CardData))]
[JsonSerializable(typeof(ElementText))]
[JsonSerializable(typeof(CardSettings))]
[JsonSerializable(typeof(CardReplacement))]
[JsonSerializable(typeof(FeishuResult))]
internal sealed partial class FeishuJson : JsonSerializerContext;
