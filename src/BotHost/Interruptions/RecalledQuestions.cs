using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Interruptions;

/// <summary>Works on a question for as long as its message stands, and keeps nothing of one that was taken back.</summary>
internal sealed partial class RecalledQuestions(
    InterruptionStore interruptions, AnswerStore answers, AnswerMarks marks, RunningAnswers running, ConversationStore conversations,
    AttachmentStore attachments, GapCollector gaps, Candidates candidates, VotedAnswers voted, ILogger<RecalledQuestions> logger)
{
    /// <summary>Ends the work, and every call of it, as soon as the message is taken back; returns then as if it had been done.</summary>
    /// <inheritdoc cref="InterruptionStore.IsRecalledAsync"/>
    public async Task WhileItStandsAsync(Asked asked, DateTimeOffset askedAt, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var recall = await interruptions.WatchRecallAsync(asked, askedAt);
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
            await interruptions.RecallAsync(asked.Origin);
            await ForgetAsync(asked);
            throw;
        }

        // After everything was kept, once more: the event may have come between the last look and then.
        if (await interruptions.IsRecalledAsync(asked, askedAt))
            await ForgetAsync(asked);
    }

    public async Task ForgetAsync(string messageId)
    {
        await attachments.ForgetMessageAsync(messageId);
        // A question waits for its answer longer than its card can be clicked.
        await gaps.ForgetAsync(messageId);
        if (await answers.FindAsync(AnswerStore.IdFor(messageId)) is { Asked: { } asked })
            await ForgetAsync(asked);
    }

    private async Task ForgetAsync(Asked asked)
    {
        await running.EndAsync(asked);
        await attachments.ForgetMessageAsync(asked.Origin);
        await gaps.ForgetAsync(asked.Origin);
        await ForgetAnswersAsync(GapPost.KeyOf(asked.Origin));
        await conversations.ForgetTurnAsync(asked.Conversation, asked.Origin);
        await ForgetAnswersAsync(asked.Origin);
        // Kept a moment after the first was forgotten, and what led from there to it.
        if (asked.Key != asked.Origin)
            await ForgetAnswersAsync(asked.Key);
    }

    /// <summary>The answer, and those in other words that were asked for on its card and on theirs.</summary>
    private async Task ForgetAnswersAsync(string first)
    {
        for (var key = first; key is not null; key = await marks.ForgetAsync(AnswerStore.IdFor(key)))
        {
            await candidates.ForgetAsync(AnswerStore.IdFor(key));
            await voted.ForgetAsync(AnswerStore.IdFor(key));
            await answers.ForgetAsync(AnswerStore.IdFor(key));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The question was taken back; the work on it ended.")]
        public static partial void GivenUp(ILogger logger);
    }
}
