namespace Wenlu.BotHost.Answers;

/// <summary>How much of a conversation a model is shown.</summary>
internal static class HistoryBudget
{
    public const int Tokens = 2_000;

    /// <summary>The latest turns that fit, oldest first. A turn that does not fit ends the memory: what is older is dropped with it.</summary>
    public static IReadOnlyList<Turn> Trim(IReadOnlyList<Turn> history, Func<string, int> count, int budget = Tokens)
    {
        var left = budget;
        var kept = history.Reverse().TakeWhile(turn => (left -= count(turn.Question) + count(turn.Answer)) >= 0).Count();
        return [.. history.Skip(history.Count - kept)];
    }
}
