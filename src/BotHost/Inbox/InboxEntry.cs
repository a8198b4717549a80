namespace Wenlu.BotHost.Inbox;

/// <summary>One accepted event. <paramref name="TraceParent"/> lets the trace of its handling join the one of its arrival.</summary>
internal sealed record InboxEntry(string Id, string Conversation, string Payload, DateTimeOffset CreatedAt, string? TraceParent);
