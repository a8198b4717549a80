namespace Wenlu.BotHost.Inbox;

internal sealed record InboxDepth(long Pending, DateTimeOffset? OldestAcceptedAt, long Parked);
