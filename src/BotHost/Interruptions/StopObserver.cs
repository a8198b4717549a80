using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Commands;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Interruptions;

/// <summary>Hears the wish to stop when it arrives: in the inbox it waits behind the very answer it is to stop.</summary>
internal sealed class StopObserver(InterruptionStore interruptions, BotIdentity identity, TimeProvider time) : IEventObserver
{
    public Task ObserveAsync(Incoming incoming) => incoming is Incoming.Kept { Type: EventTypes.Message } kept
        && MayBeIn(kept.Envelope) && MessageReader.TryRead(kept.Envelope) is { } message && IsWish(message)
            ? interruptions.StopConversationAsync(kept.Conversation, message.Sender.OpenId, kept.CreatedAt ?? time.GetUtcNow())
            : Task.CompletedTask;

    private bool IsWish(IncomingMessage message) =>
        Addressing.Of(message, identity.Ids, identity.IsKnown) == Addressee.Us
        && CommandReader.Read(message.ReadBody(identity.Ids).Markdown) == CommandKind.Stop;

    /// <summary>Whether there can be one in this envelope, for much less than reading it costs; either word may be escaped.</summary>
    private static bool MayBeIn(string envelope) =>
        envelope.Contains("stop", StringComparison.OrdinalIgnoreCase)
        || envelope.Contains('停', StringComparison.Ordinal)
        || envelope.Contains("\\u505c", StringComparison.OrdinalIgnoreCase);
}
