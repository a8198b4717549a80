using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Interruptions;

/// <summary>Hears the wish to stop when it arrives: in the inbox it waits behind the very answer it is to stop.</summary>
internal sealed class StopObserver(InterruptionStore interruptions, BotIdentity identity, TimeProvider time) : IEventObserver
{
    public Task ObserveAsync(Incoming incoming) => incoming is Incoming.Kept { Type: EventTypes.Message } kept && IsWish(kept.Envelope)
        ? interruptions.StopConversationAsync(kept.Conversation, kept.CreatedAt ?? time.GetUtcNow())
        : Task.CompletedTask;

    private bool IsWish(string envelope) =>
        StopWish.MayBeIn(envelope)
        && MessageReader.TryRead(envelope) is { } message
        && Addressing.Of(message, identity.OpenId) == Addressee.Us
        && MessageText.Of(message, identity.OpenId) is { } text
        && StopWish.IsSaid(text);
}
