using System.Diagnostics;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events;

/// <summary>Makes an entry durable. True when it is new, false for a duplicate; throws when it could not be stored.</summary>
internal delegate Task<bool> AcceptEntry(InboxEntry entry);

/// <summary>Does what the platform waits for: keeps a message, answers a click. The work itself belongs to the inbox's worker.</summary>
internal sealed partial class EventReceiver(
    AcceptEntry accept, ICardActionHandler actions, BotMetrics metrics, TimeProvider time, ILogger<EventReceiver> logger)
{
    /// <summary>The platform gives up after three seconds, the way there and back included.</summary>
    private static readonly TimeSpan ClickTimeout = TimeSpan.FromSeconds(2.5);

    /// <summary>False when the message could not be kept, so that the platform has to send it again.</summary>
    public async Task<bool> KeepAsync(Incoming.Message message)
    {
        var conversation = message.ThreadId is null ? message.ChatId : $"{message.ChatId}:{message.ThreadId}";
        var entry = new InboxEntry(message.Id, conversation, message.Envelope, message.CreatedAt ?? time.GetUtcNow(), Activity.Current?.Id);
        try
        {
            var isNew = await accept(entry);
            metrics.EventReceived(EventOpener.MessageType, isNew ? "accepted" : "duplicate");
            Log.Kept(logger, entry.Id, conversation, isNew);
            return true;
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is not stored, so it must not be acknowledged.
            metrics.EventReceived(EventOpener.MessageType, "refused");
            Log.NotKept(logger, exception, entry.Id);
            return false;
        }
    }

    /// <summary>Always an answer, for a callback without one shows the person an error number.</summary>
    public async Task<CardActionReply> AnswerAsync(CardAction action, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ClickTimeout);
        try
        {
            var reply = await actions.HandleAsync(action, deadline.Token).WaitAsync(deadline.Token);
            metrics.EventReceived(EventOpener.CallbackType, "answered");
            return reply;
        }
        catch (Exception exception)
        {
            metrics.EventReceived(EventOpener.CallbackType, "failed");
            Log.ClickFailed(logger, exception, action.EventId, action.MessageId);
            return new CardActionReply("error", EventTexts.ActionFailed);
        }
    }

    public void Ignore(Incoming.Other other)
    {
        metrics.EventReceived("unknown", "ignored");
        Log.Ignored(logger, other.Id, other.Type);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Kept message {MessageId} of conversation {Conversation} (new: {IsNew}).")]
        public static partial void Kept(ILogger logger, string messageId, string conversation, bool isNew);

        [LoggerMessage(2, LogLevel.Error, "Could not keep message {MessageId}; the platform is asked to send it again.")]
        public static partial void NotKept(ILogger logger, Exception exception, string messageId);

        [LoggerMessage(3, LogLevel.Error, "Could not answer the click {EventId} on message {MessageId}.")]
        public static partial void ClickFailed(ILogger logger, Exception exception, string eventId, string? messageId);

        [LoggerMessage(4, LogLevel.Debug, "Acknowledged event {EventId} of type {EventType}, which nobody handles.")]
        public static partial void Ignored(ILogger logger, string eventId, string eventType);
    }
}
