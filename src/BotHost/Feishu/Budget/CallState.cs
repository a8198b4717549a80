namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>How the month and the last minute stand, for all replicas.</summary>
/// <param name="Quota">0: none.</param>
/// <param name="Used">Calls made and calls promised to answers that are being written.</param>
/// <param name="SinceLastPromise">An answer that is being written may give calls back.</param>
/// <param name="IsRefused">The platform itself has said that the quota is used up.</param>
/// <param name="Pressure">The share of the calls of a minute that was made within the last one, 0 to 1.</param>
internal sealed record CallState(int Quota, long Used, long Promised, TimeSpan SinceLastPromise, bool IsRefused, double Pressure)
{
    public static readonly CallState Unknown = new(0, 0, 0, TimeSpan.MaxValue, false, 0);

    /// <summary>Meaningless without a quota.</summary>
    public long Left => IsRefused ? 0 : Math.Max(0, Quota - Used);

    public BudgetLevel Level => BudgetLevels.Of(this);
}
