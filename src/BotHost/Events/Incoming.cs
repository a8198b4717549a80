namespace Wenlu.BotHost.Events;

/// <summary>What a request turned out to be, once its origin is certain.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>The console asks whether this address is ours.</summary>
    public sealed record Challenge(string Value) : Incoming;

    /// <summary>Goes into the inbox; the envelope is the decrypted event as it arrived.</summary>
    /// <param name="Type">One of <see cref="EventTypes"/>.</param>
    /// <param name="Id">The id by which a repetition is recognised: of a message its own, of anything else the event's.</param>
    /// <param name="Conversation">What it has to stay in order with: the chat, the thread in it, or a person.</param>
    /// <param name="CreatedAt">When a message was written; of other events it does not matter.</param>
    public sealed record Kept(string Type, string Id, string Conversation, DateTimeOffset? CreatedAt, string Envelope) : Incoming;

    /// <summary>A message was taken back, by its author or by somebody who may.</summary>
    public sealed record Recall(string MessageId) : Incoming;

    public sealed record Click(CardAction Action) : Incoming;

    /// <summary>Some event that nobody here handles.</summary>
    public sealed record Other(string Type, string Id) : Incoming;

    public sealed record Rejected(Rejection Rejection) : Incoming;
}
