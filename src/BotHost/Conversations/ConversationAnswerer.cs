using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Conversations;

/// <summary>Answers a question in its conversation, typed or clicked: the answer on its card, and the turn remembered.</summary>
internal sealed partial class ConversationAnswerer(
    Answerer answerer, CardWriter cards, ConversationStore conversations, AttachmentStore attachments, BotMetrics metrics, TimeProvider time, ILogger<ConversationAnswerer> logger)
{
    public async Task AnswerAsync(Claim claim, Asked asked, Question question, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var complete = AttachedReference.Attach(question, await attachments.ReadAsync(asked.Conversation));
        var answer = await cards.WriteAsync(claim, asked, question.Text, () => answerer.AnswerAsync(complete, cancellationToken), cancellationToken);
        await conversations.AppendAsync(asked.Conversation, asked.Key, new Turn(question.Text, answer.Markdown, claim.AcceptedAt));
        metrics.AnswerFinished(answer.Outcome.ToString(), time.GetElapsedTime(begun));
        Log.Answered(logger, answer.Outcome, answer.References.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Answered: {Outcome}, {References} references.")]
        public static partial void Answered(ILogger logger, Outcome outcome, int references);
    }
}
