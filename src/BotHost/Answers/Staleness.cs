using System.Globalization;

namespace Wenlu.BotHost.Answers;

/// <summary>Says under an answer how long ago what it rests on last changed, where that is longer than the setting allows.</summary>
internal static class Staleness
{
    /// <param name="answer">An editor's answer is left alone: it has a date of its own.</param>
    /// <param name="most">The age from which on a document is stale; null: never.</param>
    public static Answer Add(Answer answer, TimeSpan? most, DateTimeOffset now)
    {
        if (most is not { } age || answer.Official is not null || answer.References.Count == 0)
            return answer;
        var oldest = answer.References.Min(reference => reference.UpdatedAt);
        return now - oldest <= age
            ? answer
            : answer with { Markdown = $"{answer.Markdown}\n\n{string.Format(CultureInfo.InvariantCulture, AnswerTexts.Stale.In(answer.Language), oldest)}" };
    }
}
