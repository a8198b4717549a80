using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <summary>Reads <c>im.message.receive_v1</c>. What lacks a needed member can never be handled and says so.</summary>
internal static class MessageReader
{
    public static IncomingMessage Read(string payload)
    {
        var envelope = Parse(payload);
        var message = envelope.Event?.Message ?? throw new PoisonEntryException("The event carries no message.");
        var sender = envelope.Event.Sender;
        return new IncomingMessage(
            Required(message.MessageId, "message_id"),
            Required(message.ChatId, "chat_id"),
            ConversationKey.Of(message.ChatId!, message.ThreadId),
            message.ChatType == "p2p",
            message.MessageType ?? string.Empty,
            message.Content ?? string.Empty,
            Mentions(message.Mentions),
            new Sender(sender?.SenderId?.OpenId, sender?.SenderType ?? string.Empty, sender?.TenantKey))
        {
            ParentId = message.ParentId,
            AppTenant = envelope.Header?.TenantKey,
        };
    }

    /// <summary>The same, but null instead of an exception.</summary>
    public static IncomingMessage? TryRead(string payload)
    {
        try
        {
            return Read(payload);
        }
        catch (PoisonEntryException)
        {
            return null;
        }
    }

    /// <summary>Whether even a message that cannot be read was surely said to the bot; in a group nobody can tell.</summary>
    public static bool IsSurelyDirect(string payload)
    {
        try
        {
            return JsonNode.Parse(payload)?["event"]?["message"]?["chat_type"]?.ToString() == "p2p";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Envelope Parse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, MessageJson.Default.Envelope) ?? throw new PoisonEntryException("The event is null.");
        }
        catch (JsonException exception)
        {
            throw new PoisonEntryException($"The event is not the documented JSON, at {exception.Path}.", exception);
        }
    }

    private static string Required(string? value, string member) =>
        string.IsNullOrEmpty(value) ? throw new PoisonEntryException($"The message has no {member}.") : value;

    private static List<Mention> Mentions(IReadOnlyList<MentionDto>? mentions) => [.. (mentions ?? [])
        .Where(mention => mention.Key is not null)
        .Select(mention => new Mention(mention.Key!, mention.Id?.OpenId, mention.Name ?? string.Empty)
        {
            Tenant = mention.MentionedType == "bot" ? null : mention.TenantKey,
        })];
}

/// <summary>https://open.feishu.cn/document/server-docs/im-v1/message/events/receive</summary>
internal sealed record Envelope(EnvelopeHeader? Header, MessageEvent? Event);

internal sealed record EnvelopeHeader(string? TenantKey);

internal sealed record MessageEvent(SenderDto? Sender, MessageDto? Message);

internal sealed record SenderDto(IdentityDto? SenderId, string? SenderType, string? TenantKey);

internal sealed record IdentityDto(string? OpenId);

internal sealed record MessageDto(
    string? MessageId, string? ParentId, string? ChatId, string? ThreadId, string? ChatType, string? MessageType, string? Content,
    IReadOnlyList<MentionDto>? Mentions);

internal sealed record MentionDto(string? Key, IdentityDto? Id, string? Name, string? TenantKey, string? MentionedType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class MessageJson : JsonSerializerContext;
