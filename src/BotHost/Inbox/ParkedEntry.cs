namespace Wenlu.BotHost.Inbox;

/// <summary>An entry that was given up, without what people wrote in it.</summary>
internal sealed record ParkedEntry(string Id, string Conversation, string Cause, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset ParkedAt);
