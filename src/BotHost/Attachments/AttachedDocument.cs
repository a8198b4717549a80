using System.Text.Json.Serialization;
using Wenlu.Retrieval;

namespace Wenlu.BotHost.Attachments;

/// <summary>A document that somebody brought into a conversation.</summary>
/// <param name="MessageId">The message that brought it; with it the document goes.</param>
internal sealed record AttachedDocument(string MessageId, string Title, string Markdown, bool IsCut, DateTimeOffset At)
{
    private const string IdPrefix = "attached:";

    /// <summary>Whether a reference names such a document, unless the knowledge base has one of that name.</summary>
    public static bool IsId(string id) => id.StartsWith(IdPrefix, StringComparison.Ordinal);

    public SourceDocument ToSource() => new(IdPrefix + MessageId, Title, Markdown) { UpdatedAt = At };
}

[JsonSerializable(typeof(AttachedDocument))]
internal sealed partial class AttachmentJson : JsonSerializerContext;
