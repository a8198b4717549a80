using System.Text.Json.Serialization;
using Wenlu.Retrieval;

namespace Wenlu.BotHost.Attachments;

/// <summary>A document that somebody brought into a conversation.</summary>
/// <param name="MessageId">The message that brought it; with it the document goes.</param>
internal sealed record AttachedDocument(string MessageId, string Title, string Markdown, bool IsCut, DateTimeOffset At)
{
    private const string Prefix = "attached:";

    /// <summary>Whether a document with this id was brought along, and is no part of the knowledge base.</summary>
    public static bool IsId(string documentId) => documentId.StartsWith(Prefix, StringComparison.Ordinal);

    public SourceDocument ToSource() => new($"{Prefix}{MessageId}", Title, Markdown) { UpdatedAt = At };
}

[JsonSerializable(typeof(AttachedDocument))]
internal sealed partial class AttachmentJson : JsonSerializerContext;
