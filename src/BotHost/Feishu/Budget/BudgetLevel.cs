namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>What an answer may cost, the dearest first.</summary>
internal enum BudgetLevel
{
    Plenty,

    /// <summary>Streamed, with fewer frames.</summary>
    Widened,

    /// <summary>A card with a status, replaced by the answer.</summary>
    Still,

    /// <summary>One reply, when the answer is there.</summary>
    Single,

    /// <summary>Nothing is left this month.</summary>
    Empty,
}

internal static class BudgetLevels
{
    /// <summary>The tighter of the month's quota and the minute's limit decides.</summary>
    public static BudgetLevel Of(CallState state) =>
        (BudgetLevel)Math.Max((int)OfMonth(state), (int)OfMinute(state.Pressure));

    private static BudgetLevel OfMonth(CallState state) => (state.IsRefused, state.Quota, (double)state.Left / state.Quota) switch
    {
        (true, _, _) => BudgetLevel.Empty,
        (_, 0, _) => BudgetLevel.Plenty,
        (_, _, <= 0) => BudgetLevel.Empty,
        (_, _, <= 0.08) => BudgetLevel.Single,
        (_, _, <= 0.2) => BudgetLevel.Still,
        (_, _, <= 0.4) => BudgetLevel.Widened,
        _ => BudgetLevel.Plenty,
    };

    private static BudgetLevel OfMinute(double pressure) => pressure switch
    {
        >= 0.8 => BudgetLevel.Single,
        >= 0.6 => BudgetLevel.Still,
        >= 0.4 => BudgetLevel.Widened,
        _ => BudgetLevel.Plenty,
    };
}
