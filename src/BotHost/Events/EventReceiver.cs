using System.Diagnostics;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events;

/// <summary>Makes an entry durable. True when it is new, false for a duplicate; throws when it could not be stored.</summary>
internal delegate Task<bool> AcceptEntry(InboxEntry entry);

/// <summary>Does what the platform waits for: keeps an event, answers a click. The work itself belongs to the inbox's worker.</summary>
internal sealed partial class EventReceiver(
    AcceptEntry accept, ICardActionHandler actions, IEnumerable<IEventObserver> observers, BotMetrics metrics, TimeProvider time,
    ILogger<EventReceiver> logger)
{
    /// <summary>The platform gives up after three seconds, the way there and back included.</summary>
    private static readonly TimeSpan ClickTimeout = TimeSpan.FromSeconds(2.5);

    /// <summary>False when the event could not be kept, so that the platform has to send it again.</summary>
    public Task<bool> KeepAsync(Incoming.Kept kept) => TryAsync(kept.Type, kept.Id, async () =>
    {
        var entry = new InboxEntry(kept.Id, kept.Conversation, kept.Envelope, kept.CreatedAt ?? time.GetUtcNow(), Activity.Current?.Id);
        var isNew = await accept(entry);
        await ObserveAsync(kept);
        Log.Kept(logger, entry.Id, entry.Conversation, isNew);
        return isNew ? "accepted" : "duplicate";
    });

    /// <summary>False when nobody could take note of it, so that the platform has to send it again.</summary>
    public Task<bool> RecallAsync(Incoming.Recall recall) => TryAsync(EventTypes.Recalled, recall.MessageId, async () =>
    {
        await ObserveAsync(recall);
        return "accepted";
    });

    /// <summary>Always an answer, for a callback without one shows the person an error number.</summary>
    public async Task<CardActionReply> AnswerAsync(CardAction action, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ClickTimeout);
        try
        {
            var reply = await actions.HandleAsync(action, deadline.Token).WaitAsync(deadline.Token);
            metrics.EventReceived(EventTypes.CardAction, "answered");
            return reply;
        }
        catch (Exception exception)
        {
            metrics.EventReceived(EventTypes.CardAction, "failed");
            Log.ClickFailed(logger, exception, action.EventId, action.MessageId);
            return CardActionReply.Failed(EventTexts.ActionFailed);
        }
    }

    private async Task ObserveAsync(Incoming incoming)
    {
        foreach (var observer in observers)
            await observer.ObserveAsync(incoming);
    }

    private async Task<bool> TryAsync(string type, string id, Func<Task<string>> keep)
    {
        try
        {
            metrics.EventReceived(type, await keep());
            return true;
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is not stored, so it must not be acknowledged.
            metrics.EventReceived(type, "refused");
            Log.NotKept(logger, exception, type, id);
            return false;
        }
    }

    public void Ignore(Incoming.Other other)
    {
        metrics.EventReceived("unknown", "ignored");
        Log.Ignored(logger, other.Id, other.Type);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Kept event {EventId} of conversation {Conversation} (new: {IsNew}).")]
        public static partial void Kept(ILogger logger, string eventId, string conversation, bool isNew);

        [LoggerMessage(2, LogLevel.Error, "Could not keep {EventType} {EventId}; the platform is asked to send it again.")]
        public static partial void NotKept(ILogger logger, Exception exception, string eventType, string eventId);

        [LoggerMessage(3, LogLevel.Error, "Could not answer the click {EventId} on message {MessageId}.")]
        public static partial void ClickFailed(ILogger logger, Exception exception, string eventId, string? messageId);

        [LoggerMessage(4, LogLevel.Debug, "Acknowledged event {EventId} of type {EventType}, which nobody handles.")]
        public static partial void Ignored(ILogger logger, string eventId, string eventType);
    }
}
