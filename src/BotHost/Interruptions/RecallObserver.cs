using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Interruptions;

/// <summary>A message was taken back: whoever is at it stops, and what came of it is forgotten.</summary>
internal sealed class RecallObserver(InterruptionStore interruptions, RecalledQuestions recalled) : IEventObserver
{
    public async Task ObserveAsync(Incoming incoming)
    {
        if (incoming is not Incoming.Recall { MessageId: var messageId })
            return;
        // In this order: an answer that is kept meanwhile is found by one of us, here or by who keeps it.
        await interruptions.RecallAsync(messageId);
        await recalled.ForgetAsync(messageId);
    }
}
