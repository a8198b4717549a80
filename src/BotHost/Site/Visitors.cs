using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Site;

/// <summary>A visitor's question with what was said before it.</summary>
/// <param name="Key">What its turn is remembered under: asked anew, it takes the place of what came of it before.</param>
internal sealed record Visit(string ConversationId, string Key, Question Question, Door Door);

/// <summary>Answers those who come without Feishu: over the API and on the ask page. They have a conversation of their own.</summary>
internal sealed partial class Visitors(
    Answerer answerer, ConversationStore conversations, PublicationRule publication, IOptions<ConversationOptions> options,
    GapCollector gaps, NumberTaker numbers, BotMetrics metrics, TimeProvider time, ILogger<Visitors> logger)
{
    public static string ConversationOrNew(string? conversationId) =>
        conversationId is not null && AskReader.IsConversationId(conversationId) ? conversationId : Guid.NewGuid().ToString("N");

    /// <summary>Comes before the first byte of an answer: a store that is away can still be told by a status.</summary>
    /// <param name="turn">The how-manieth question on its page: what was said there at this place, or after it, is no history for it.</param>
    public async Task<Visit> WelcomeAsync(string text, string conversationId, IReadOnlyCollection<string>? access, Door door, int? turn = null)
    {
        var said = await conversations.ReadKeyedAsync(ConversationKey.OfVisitor(conversationId, seesEverything: access is null));
        var earlier = said.Where(other => !IsFrom(other.Key, turn)).Select(other => other.Value);
        return new(conversationId, turn?.ToString(CultureInfo.InvariantCulture) ?? Guid.NewGuid().ToString("N"), new Question(text, [.. earlier], access)
        {
            HistoryTokens = options.Value.TokenBudget,
        }, door);
    }

    private static bool IsFrom(string key, int? turn) => turn is { } asked && int.TryParse(key, CultureInfo.InvariantCulture, out var place) && place >= asked;

    public async IAsyncEnumerable<AnswerProgress> AskAsync(Visit visit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var wait = new Wait(time, time.GetUtcNow());
        string? unfinished = null;
        try
        {
            await foreach (var progress in wait.WatchAsync(answerer.AnswerAsync(visit.Question, cancellationToken), cancellationToken))
            {
                unfinished = (progress as AnswerProgress.Writing)?.Markdown;
                if (progress is AnswerProgress.Finished { Answer: var answer })
                {
                    await RememberAsync(visit, answer.Markdown);
                    await gaps.AnsweredAsync(asked: null, $"site-{Guid.NewGuid():N}", answer);
                    await numbers.AnsweredAsync(new(visit.Door, answer.Outcome, wait.FirstWords, wait.SoFar));
                    metrics.AnswerFinished(answer.Outcome.ToString(), time.GetElapsedTime(begun));
                }

                yield return progress;
                // After the visitor has it. What an editor asks is answered from everything, and is nobody else's business.
                if (progress is AnswerProgress.Finished finished && visit.Question.Access is not null)
                    await publication.ConsiderAsync(PublicationRule.Site, finished.Answer, answerId: null, isRepetition: false, cancellationToken);
            }
        }
        finally
        {
            // Whoever stopped it has read what was written, and may go on from there.
            if (unfinished is not null)
                await RememberAsync(visit, $"{unfinished}\n\n{AnswerTexts.Stopped.In(Languages.Of(visit.Question.Text))}");
        }
    }

    /// <summary>The same for callers that wait for the end.</summary>
    public async Task<Answer> AnswerAsync(Visit visit, CancellationToken cancellationToken) =>
        (await AskAsync(visit, cancellationToken).OfType<AnswerProgress.Finished>().LastAsync(cancellationToken)).Answer;

    /// <summary>An answer that cannot be remembered is still an answer.</summary>
    private async Task RememberAsync(Visit visit, string answer)
    {
        try
        {
            var turn = new Turn(visit.Question.Text, answer, time.GetUtcNow());
            await conversations.AppendAsync(ConversationKey.OfVisitor(visit.ConversationId, seesEverything: visit.Question.Access is null), visit.Key, turn);
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
