using Wenlu.BotHost.Events;
using Wenlu.BotHost.Interruptions;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// Hears that the bot was removed from a group, before anything else: what is written or waits to be answered there ends without a
/// further call. By time, so that a bot that comes back answers what is asked from then on.
/// </summary>
internal sealed class Departures(InterruptionStore interruptions, TimeProvider time) : IEventObserver
{
    public Task ObserveAsync(Incoming incoming) =>
        incoming is Incoming.Kept { Type: EventTypes.BotRemoved } kept ? LeaveAsync(ChatEvent.Read(kept.Envelope)) : Task.CompletedTask;

    private Task LeaveAsync(ChatEvent removal) => interruptions.LeaveAsync(removal.ChatId, removal.CreatedAt ?? time.GetUtcNow());
}
