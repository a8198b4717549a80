namespace Wenlu.BotHost.Answers;

/// <summary>How much of a conversation a model is shown.</summary>
internal static class HistoryBudget
{
    public const int Default = 2_000;

    /// <summary>
    /// The latest turns that fit, oldest first. A turn that does not fit ends the memory: what is older is dropped with it. Only the
    /// newest always stays, for a follow-up means that one: its question whole, its answer as far as there is room.
    /// </summary>
    /// <param name="history">Oldest first.</param>
    /// <param name="count">The tokens of a text.</param>
    /// <param name="cut">The beginning of a text, of so many tokens.</param>
    /// <param name="budget">In tokens.</param>
    public static IReadOnlyList<Turn> Trim(IReadOnlyList<Turn> history, Func<string, int> count, Func<string, int, string> cut, int budget)
    {
        if (history is not [.., var newest])
            return [];
        var room = Math.Max(0, budget - count(newest.Question));
        var left = room - count(newest.Answer);
        if (left < 0)
            return [newest with { Answer = cut(newest.Answer, room) }];
        var kept = history.SkipLast(1).Reverse().TakeWhile(turn => (left -= count(turn.Question) + count(turn.Answer)) >= 0).Count();
        return [.. history.TakeLast(kept + 1)];
    }
}
