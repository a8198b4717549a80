using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Site;

/// <summary>Answers those who come without Feishu: over the API and on the ask page. They have a conversation of their own.</summary>
internal sealed partial class Visitors(Answerer answerer, ConversationStore conversations, BotMetrics metrics, TimeProvider time)
{
    public const int MaxQuestionLength = 4_000;

    /// <param name="conversationId">The visitor's, or null for a new one.</param>
    public static string ConversationOrNew(string? conversationId) =>
        conversationId is not null && ConversationId().IsMatch(conversationId) ? conversationId : Guid.NewGuid().ToString("N");

    public async IAsyncEnumerable<AnswerProgress> AskAsync(
        string text, string conversationId, IReadOnlyCollection<string>? access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var key = ConversationKey.OfVisitor(conversationId);
        var question = new Question(text, await conversations.ReadAsync(key), access);
        await foreach (var progress in answerer.AnswerAsync(question, cancellationToken))
        {
            if (progress is AnswerProgress.Finished { Answer: var answer })
            {
                await conversations.AppendAsync(key, Guid.NewGuid().ToString("N"), new Turn(text, answer.Markdown, time.GetUtcNow()));
                metrics.AnswerFinished(answer.Outcome.ToString(), time.GetElapsedTime(begun));
            }

            yield return progress;
        }
    }

    /// <summary>The same for callers that wait for the end.</summary>
    public async Task<Answer> AnswerAsync(string text, string conversationId, IReadOnlyCollection<string>? access, CancellationToken cancellationToken) =>
        (await AskAsync(text, conversationId, access, cancellationToken).OfType<AnswerProgress.Finished>().LastAsync(cancellationToken)).Answer;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex ConversationId();
}
