namespace Wenlu.BotHost.Answers;

/// <summary>What can be shown while an answer comes into being; the last one is always <see cref="Finished"/>.</summary>
internal abstract record AnswerProgress
{
    private AnswerProgress()
    {
    }

    public sealed record Searching(Language Language) : AnswerProgress;

    /// <summary>The passages the model is about to write from, numbered as they were found.</summary>
    public sealed record Found(IReadOnlyList<Reference> Passages) : AnswerProgress;

    /// <param name="Markdown">Everything written so far, safe to show; each one extends the one before.</param>
    public sealed record Writing(string Markdown) : AnswerProgress
    {
        /// <summary>The numbers of the passages cited so far, in the order of the Markdown's own.</summary>
        public IReadOnlyList<int> Cited { get; init; } = [];
    }

    /// <summary>The answer itself. Its Markdown extends what was shown unless the writing had to be given up.</summary>
    public sealed record Finished(Answer Answer) : AnswerProgress;
}
