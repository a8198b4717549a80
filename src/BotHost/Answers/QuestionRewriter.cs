using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Answers;

/// <summary>Turns a follow-up into a question that can be searched for on its own.</summary>
internal sealed partial class QuestionRewriter(ChatModels models, TimeProvider time, ILogger<QuestionRewriter> logger)
{
    /// <summary>Before anything is found nobody wants to wait long; the heuristic is good enough.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int LongestQuestion = 300;

    public async Task<string> RewriteAsync(string question, Language language, IReadOnlyList<Turn> history, CancellationToken cancellationToken)
    {
        if (history.Count == 0)
            return question;
        var rewritten = models.IsConfigured ? await AskAsync(question, language, history, cancellationToken) : null;
        return rewritten ?? EllipticQuestion.Complete(question, history);
    }

    private async Task<string?> AskAsync(string question, Language language, IReadOnlyList<Turn> history, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return Accept(await models.AskAsync(Prompts.Rewrite(question, language, history, Prompts.NewBoundary()), linked.Token));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RewriteFailed(logger, ModelTrouble.Name(exception));
            return null;
        }
    }

    /// <summary>One short line is a question; anything else is a model that did something of its own.</summary>
    internal static string? Accept(string reply)
    {
        var line = reply.Trim().Trim('"', '“', '”', '「', '」', '\'').Trim();
        return line.Length is > 0 and <= LongestQuestion && !line.Contains('\n', StringComparison.Ordinal) ? line : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The model did not rewrite a follow-up ({Failure}); its terms are taken from the history.")]
        public static partial void RewriteFailed(ILogger logger, string failure);
    }
}
