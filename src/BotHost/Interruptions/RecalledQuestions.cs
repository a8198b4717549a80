using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Interruptions;

/// <summary>Works on a question for as long as its message stands, and keeps nothing of one that was taken back.</summary>
internal sealed partial class RecalledQuestions(
    InterruptionStore interruptions, AnswerStore answers, ConversationStore conversations, ILogger<RecalledQuestions> logger)
{
    /// <summary>Ends the work, and every call of it, as soon as the message is taken back; returns then as if it had been done.</summary>
    /// <param name="messageId">The message that asks.</param>
    /// <param name="conversation">Where it was said.</param>
    public async Task WhileItStandsAsync(string messageId, string conversation, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var recall = await interruptions.WatchRecallAsync(messageId);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(recall.Token, cancellationToken);
        try
        {
            if (!recall.Token.IsCancellationRequested)
                await work(either.Token);
        }
        catch (Exception) when (recall.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.GivenUp(logger);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsTakenBack(exception.Code))
        {
            // The platform says so itself, with or without an event.
            await interruptions.RecallAsync(messageId);
            await ForgetAsync(messageId, conversation);
            throw;
        }

        // After everything was kept, once more: the event may have come between the last look and then.
        if (await interruptions.IsRecalledAsync(messageId))
            await ForgetAsync(messageId, conversation);
    }

    public async Task ForgetAsync(string messageId)
    {
        if (await answers.FindAsync(AnswerStore.IdFor(messageId)) is { } given)
            await ForgetAsync(messageId, given.Asked?.Conversation);
    }

    private async Task ForgetAsync(string messageId, string? conversation)
    {
        if (conversation is not null)
            await conversations.ForgetTurnAsync(conversation, messageId);
        await answers.ForgetAsync(AnswerStore.IdFor(messageId));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The question was taken back; the work on it ended.")]
        public static partial void GivenUp(ILogger logger);
    }
}
