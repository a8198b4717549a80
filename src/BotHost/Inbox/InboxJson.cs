using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Inbox;

/// <summary>An entry as it is stored.</summary>
internal sealed record StoredEntry(
    string Id, string Conversation, string Payload, DateTimeOffset CreatedAt, string? TraceParent, DateTimeOffset AcceptedAt)
{
    /// <summary>As the bytes that are sent: a text between them would be written twice.</summary>
    public static byte[] Write(InboxEntry entry, DateTimeOffset acceptedAt) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredEntry(entry.Id, entry.Conversation, entry.Payload, entry.CreatedAt, entry.TraceParent, acceptedAt),
        InboxJson.Readable.StoredEntry);

    public static StoredEntry? Read(string json) => JsonSerializer.Deserialize(json, InboxJson.Readable.StoredEntry);

    public InboxEntry ToEntry() => new(Id, Conversation, Payload, CreatedAt, TraceParent);
}

[JsonSerializable(typeof(StoredEntry))]
[JsonSerializable(typeof(ParkedEntry))]
internal sealed partial class InboxJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: it is a third of the size, and nothing here is put into a page.</summary>
    public static readonly InboxJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
