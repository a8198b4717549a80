using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Interruptions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Conversations;

/// <summary>Answers a question in its conversation, typed or clicked: the answer on its card, and the turn remembered.</summary>
internal sealed partial class ConversationAnswerer(
    Answerer answerer, CardWriter cards, ConversationStore conversations, AttachmentStore attachments, InterruptionStore interruptions, GapCollector gaps, NumberTaker numbers,
    BotMetrics metrics, TimeProvider time, ILogger<ConversationAnswerer> logger)
{
    public async Task AnswerAsync(Claim claim, Asked asked, Question question, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var wait = new Wait(time, claim.AcceptedAt);
        var complete = AttachedReference.Attach(question, await attachments.ReadAsync(asked.Conversation));
        await using var stop = await interruptions.WatchStopAsync(asked, claim.Entry.CreatedAt);
        var stoppable = complete with { Stop = stop.Token };
        var known = asked with { IsForTenant = question.Access?.Contains(AccessLabels.Tenant) ?? true };
        var answer = await cards.WriteAsync(claim, known, question.Text, () => wait.WatchAsync(answerer.AnswerAsync(stoppable, cancellationToken)), cancellationToken);
        if (stop.Token.IsCancellationRequested)
            await interruptions.HeedAsync(asked);
        // That nothing was found out is no turn of a conversation.
        if (answer.Outcome != Outcome.Unavailable)
            await conversations.AppendAsync(asked.Conversation, asked.Origin, new Turn(question.Text, answer.Markdown, claim.AcceptedAt));
        await gaps.AnsweredAsync(known, known.Origin, answer);
        // Other words for an answer are no further question.
        if (asked.Repeats is null)
            await numbers.AnsweredAsync(new(Door.Feishu, answer.Outcome, wait.FirstWords, wait.SoFar) { Key = asked.Key });
        metrics.AnswerFinished(answer.Outcome.ToString(), time.GetElapsedTime(begun));
        Log.Answered(logger, answer.Outcome, answer.References.Count);
    }

    /// <summary>There is nothing to answer after all, and an earlier attempt may have come further: its card must not stay unfinished.</summary>
    /// <returns>False when there is no card, so that the sentence needs a message of its own.</returns>
    public Task<bool> TryEndAsync(Claim claim, Asked asked, string question, Bilingual sentence, CancellationToken cancellationToken) =>
        cards.TryApologiseAsync(claim, asked, question, sentence, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Answered: {Outcome}, {References} references.")]
        public static partial void Answered(ILogger logger, Outcome outcome, int references);
    }
}
