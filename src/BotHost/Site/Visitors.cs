using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Site;

/// <summary>A visitor's question with what was said before it.</summary>
internal sealed record Visit(string ConversationId, Question Question);

/// <summary>Answers those who come without Feishu: over the API and on the ask page. They have a conversation of their own.</summary>
internal sealed partial class Visitors(
    Answerer answerer, ConversationStore conversations, PublicationRule publication, IOptions<ConversationOptions> options,
    GapCollector gaps, BotMetrics metrics, TimeProvider time, ILogger<Visitors> logger)
{
    public static string ConversationOrNew(string? conversationId) =>
        conversationId is not null && AskReader.IsConversationId(conversationId) ? conversationId : Guid.NewGuid().ToString("N");

    /// <summary>Comes before the first byte of an answer: a store that is away can still be told by a status.</summary>
    public async Task<Visit> WelcomeAsync(string text, string conversationId, IReadOnlyCollection<string>? access) =>
        new(conversationId, new Question(text, await conversations.ReadAsync(ConversationKey.OfVisitor(conversationId, seesEverything: access is null)), access)
        {
            HistoryTokens = options.Value.TokenBudget,
        });

    public async IAsyncEnumerable<AnswerProgress> AskAsync(Visit visit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        await foreach (var progress in answerer.AnswerAsync(visit.Question, cancellationToken))
        {
            if (progress is AnswerProgress.Finished { Answer: var answer })
            {
                await RememberAsync(visit, answer);
                await gaps.AnsweredAsync(asked: null, $"site-{Guid.NewGuid():N}", answer);
                metrics.AnswerFinished(answer.Outcome.ToString(), time.GetElapsedTime(begun));
            }

            yield return progress;
            // After the visitor has it. What an editor asks is answered from everything, and is nobody else's business.
            if (progress is AnswerProgress.Finished finished && visit.Question.Access is not null)
                await publication.ConsiderAsync(PublicationRule.Site, finished.Answer, answerId: null, isRepetition: false, cancellationToken);
        }
    }

    /// <summary>The same for callers that wait for the end.</summary>
    public async Task<Answer> AnswerAsync(Visit visit, CancellationToken cancellationToken) =>
        (await AskAsync(visit, cancellationToken).OfType<AnswerProgress.Finished>().LastAsync(cancellationToken)).Answer;

    /// <summary>An answer that cannot be remembered is still an answer.</summary>
    private async Task RememberAsync(Visit visit, Answer answer)
    {
        try
        {
            var turn = new Turn(visit.Question.Text, answer.Markdown, time.GetUtcNow());
            await conversations.AppendAsync(ConversationKey.OfVisitor(visit.ConversationId, seesEverything: visit.Question.Access is null), Guid.NewGuid().ToString("N"), turn);
        }
        catch (Exception exception) when (exception is RedisException || StoreUnavailableException.IsAbsence(exception))
        {
            Log.NotRemembered(logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An answer was given but not remembered for a follow-up: {Cause}")]
        public static partial void NotRemembered(ILogger logger, string cause);
    }
}
