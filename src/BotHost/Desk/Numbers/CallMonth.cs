using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>The month's calls to the platform, and where they lead to.</summary>
/// <param name="Quota">0: none.</param>
/// <param name="ByDay">From the month's first day to today.</param>
internal sealed record CallMonth(QuotaMonth Month, long Used, int Quota, IReadOnlyList<long> ByDay, DateTimeOffset Now)
{
    /// <summary>A whole week: weekends differ from other days.</summary>
    private const int Lately = 7;

    public int Today => ByDay.Count;

    /// <summary>Calls a day, of the last seven whole days, or of the month so far.</summary>
    public double Pace => ByDay.Count > Lately
        ? Math.Max(0, ByDay.SkipLast(1).TakeLast(Lately).Sum()) / (double)Lately
        : Used / Math.Max(0.5, (Now - Month.Start).TotalDays);

    /// <summary>By the end of each day of the month; null for those to come.</summary>
    public IReadOnlyList<double?> UsedByDay
    {
        get
        {
            double used = Used - ByDay.Sum();
            return [.. Enumerable.Range(0, Month.Days).Select(day => day < Today ? (double?)Math.Max(0, used += ByDay[day]) : null)];
        }
    }

    /// <summary>From today on, at this pace.</summary>
    public IReadOnlyList<double?> Projected =>
        [.. Enumerable.Range(1, Month.Days).Select(day => day < Today ? (double?)null : day == Today ? Used : ProjectedAt(Month.Start.AddDays(day)))];

    public double AtTheEnd => ProjectedAt(Month.End);

    /// <summary>The day on which the quota is used up at this pace; null when it lasts, or there is none.</summary>
    public int? EmptyOn => Quota > 0 && AtTheEnd >= Quota
        ? Enumerable.Range(Today, Month.Days - Today + 1).First(day => ProjectedAt(Month.Start.AddDays(day)) >= Quota)
        : null;

    private double ProjectedAt(DateTimeOffset moment) => Used + (Pace * (moment - Now).TotalDays);
}
