using System.Collections.Concurrent;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Interruptions;

namespace Wenlu.BotHost.Conversations.Receipts;

/// <summary>
/// A reaction on the asker's message while there is nothing else to see yet. It is a courtesy: whatever goes wrong with it costs the
/// answer nothing, not even time.
/// </summary>
internal sealed partial class Receipts(IFeishuApi api, ReceiptStore store, InterruptionStore interruptions, ILogger<Receipts> logger)
{
    /// <summary>One removal at a time for a message: a reply and the end of the work on it are told close behind one another.</summary>
    private readonly ConcurrentDictionary<string, bool> settling = new();

    private volatile bool isForbidden;

    public bool IsForbidden => isForbidden;

    /// <param name="writtenAt">When the message was written.</param>
    public Task GiveAsync(Asked asked, DateTimeOffset writtenAt, CancellationToken cancellationToken) => TryAsync(asked.ReplyTo, async () =>
    {
        var messageId = asked.ReplyTo;
        if (await interruptions.IsRecalledAsync(asked, writtenAt) || !await store.BeginAsync(messageId))
            return;
        var added = await api.AddReactionAsync(messageId, ReactionRequest.Typing, cancellationToken);
        if (added.Data?.ReactionId is { Length: > 0 } reactionId && !await store.KeepAsync(messageId, reactionId))
            await api.RemoveReactionAsync(messageId, reactionId, cancellationToken);
    });

    /// <summary>A reply is visible, or none will come. Returns at once.</summary>
    public void Settle(string messageId)
    {
        if (settling.TryAdd(messageId, true))
            _ = Task.Run(() => SettleAsync(messageId));
    }

    private async Task SettleAsync(string messageId)
    {
        await TryAsync(messageId, async () =>
        {
            if (await store.SettleAsync(messageId) is not { } reactionId)
                return;
            await api.RemoveReactionAsync(messageId, reactionId, CancellationToken.None);
            await store.RemovedAsync(messageId);
        });
        settling.TryRemove(messageId, out _);
    }

    private async Task TryAsync(string messageId, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.ScopeMissing)
        {
            if (!isForbidden)
                Log.Forbidden(logger, exception.Message);
            isForbidden = true;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, messageId, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Messages get no receipt until the next start: grant im:message.reactions:write_only. {Reason}")]
        public static partial void Forbidden(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "The receipt of {MessageId} was not given or taken away: {Reason}")]
        public static partial void Failed(ILogger logger, string messageId, string reason);
    }
}
