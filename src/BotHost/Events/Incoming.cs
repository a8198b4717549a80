namespace Wenlu.BotHost.Events;

/// <summary>What a request turned out to be, once its origin is certain.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>The console asks whether this address is ours.</summary>
    public sealed record Challenge(string Value) : Incoming;

    /// <summary>Somebody wrote; the envelope is the decrypted event as it arrived.</summary>
    public sealed record Message(string Id, string ChatId, string? ThreadId, DateTimeOffset? CreatedAt, string Envelope) : Incoming;

    public sealed record Click(CardAction Action) : Incoming;

    /// <summary>Some event that nobody here handles.</summary>
    public sealed record Other(string Type, string Id) : Incoming;

    public sealed record Rejected(Rejection Rejection) : Incoming;
}
