using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Numbers;

/// <summary>An answer as it is counted.</summary>
/// <param name="FirstWords">Null when this attempt found them said.</param>
internal sealed record CountedAnswer(Door Door, Outcome Outcome, TimeSpan? FirstWords, TimeSpan Finished)
{
    /// <summary>The same for every attempt at the same question; null where there is only one.</summary>
    public string? Key { get; init; }
}
