using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Answers;

/// <summary>
/// Turns a question into what is searched for: a standalone one, other wordings of it, and its language. One call of the model at
/// most, and without one, or when it does not answer in time, the questions before it.
/// </summary>
internal sealed partial class QuestionRewriter(ChatModels models, TimeProvider time, ILogger<QuestionRewriter> logger)
{
    /// <summary>Before anything is found nobody wants to wait long; the heuristic is good enough.</summary>
    public static readonly TimeSpan FollowUpPatience = TimeSpan.FromSeconds(8);

    /// <summary>A question that stands alone was searched already; other words for it are worth less waiting.</summary>
    public static readonly TimeSpan PhrasingsPatience = TimeSpan.FromSeconds(3);

    /// <summary>A follow-up with what it leaves out; a question without history as it is, at once.</summary>
    public async Task<UnderstoodQuestion> UnderstandAsync(string question, Language language, IReadOnlyList<Turn> history, CancellationToken cancellationToken)
    {
        if (history.Count == 0)
            return new(question, [], language);
        var reply = models.IsConfigured ? await AskAsync(question, language, history, FollowUpPatience, cancellationToken) : null;
        return reply is null ? WithTopic(question, language, history) : Understood(reply, language);
    }

    /// <summary>Other words for a question that its own did not find surely; null when the model has none.</summary>
    public async Task<UnderstoodQuestion?> ReviseAsync(string question, Language language, CancellationToken cancellationToken) =>
        models.IsConfigured && await AskAsync(question, language, [], PhrasingsPatience, cancellationToken) is { } reply ? Understood(reply, language) : null;

    private static UnderstoodQuestion Understood(UnderstandingReply reply, Language language) => new(reply.Question, reply.Phrasings, reply.Language ?? language);

    // The heuristic may take a new topic for a follow-up: what was asked is searched for as well.
    private static UnderstoodQuestion WithTopic(string question, Language language, IReadOnlyList<Turn> history)
    {
        var complete = EllipticQuestion.Complete(question, history);
        return new(complete, complete == question ? [] : [question], language);
    }

    private async Task<UnderstandingReply?> AskAsync(
        string question, Language language, IReadOnlyList<Turn> history, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return UnderstandingReply.Read(await models.AskAsync(Prompts.Understand(question, language, history, Prompts.NewBoundary()), linked.Token));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotUnderstood(logger, ModelTrouble.Name(exception));
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The model did not say what a question means ({Failure}); it is searched for with the terms of the history.")]
        public static partial void NotUnderstood(ILogger logger, string failure);
    }
}
