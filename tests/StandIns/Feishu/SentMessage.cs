using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A message as it stands in a chat. The content of a card sent as an entity only names it: see <see cref="CardId"/>.</summary>
public sealed record SentMessage(string MessageId, string ChatId, string MessageType, string Content, DateTimeOffset SentAt)
{
    /// <summary>False for what people wrote.</summary>
    public bool FromBot { get; init; }

    public string? ParentId { get; init; }

    public string? RootId { get; init; }

    public string? ThreadId { get; init; }

    public string? CardId { get; init; }

    public string? Uuid { get; init; }

    /// <summary>Earlier contents, oldest first.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    public bool Recalled { get; init; }

    /// <summary>Of a person's message: who wrote it.</summary>
    public string? SenderId { get; init; }

    /// <summary>Of a person's message: the mentions as the event had them.</summary>
    public JsonArray? Mentions { get; init; }

    /// <summary>The forwarded parcel that it is in.</summary>
    public string? UpperId { get; init; }
}
