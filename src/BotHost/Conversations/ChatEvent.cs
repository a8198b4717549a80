using System.Text.Json;
using System.Text.Json.Serialization;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>What happened to a chat without a message: the bot came or went, somebody opened it, somebody chose from its menu.</summary>
/// <param name="ChatId">Empty for a menu's event.</param>
/// <param name="IsExternal">The group has members of other tenants.</param>
/// <param name="Name">The group's.</param>
internal sealed record ChatEvent(
    string EventId, string ChatId, string OperatorOpenId, bool IsExternal, string? Name, string? MenuKey, DateTimeOffset? CreatedAt)
{
    /// <summary>What lacks a needed member can never be handled and says so.</summary>
    public static ChatEvent Read(string payload)
    {
        var (header, body) = Parse(payload) is { Header: { } head, Event: { } inner } ? (head, inner) : throw new PoisonEntryException("The event has no body.");
        return new ChatEvent(
            header.EventId ?? string.Empty,
            body.ChatId ?? string.Empty,
            (body.OperatorId ?? body.Operator?.OperatorId)?.OpenId ?? string.Empty,
            body.External ?? false,
            body.Name,
            body.EventKey,
            PlatformTime.Parse(header.CreateTime));
    }

    private static ChatEventEnvelope? Parse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, ChatEventJson.Default.ChatEventEnvelope);
        }
        catch (JsonException exception)
        {
            throw new PoisonEntryException($"The event is not the documented JSON, at {exception.Path}.", exception);
        }
    }
}

/// <summary>https://open.feishu.cn/document/server-docs/group/chat-member/event/added-2 and the pages of the other three events</summary>
internal sealed record ChatEventEnvelope(ChatEventHeader? Header, ChatEventBody? Event);

internal sealed record ChatEventHeader(string? EventId, string? CreateTime);

internal sealed record ChatEventBody(string? ChatId, ChatEventPerson? OperatorId, ChatEventOperator? Operator, bool? External, string? Name, string? EventKey);

internal sealed record ChatEventOperator(ChatEventPerson? OperatorId);

internal sealed record ChatEventPerson(string? OpenId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatEventEnvelope))]
internal sealed partial class ChatEventJson : JsonSerializerContext;
