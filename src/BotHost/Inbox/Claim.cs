namespace Wenlu.BotHost.Inbox;

/// <summary>
/// An entry held under a lease. The fencing token is the proof: once somebody else has claimed the conversation, nothing can be
/// written with this one any more.
/// </summary>
internal sealed record Claim(InboxEntry Entry, int Attempt, long FencingToken, DateTimeOffset AcceptedAt);
