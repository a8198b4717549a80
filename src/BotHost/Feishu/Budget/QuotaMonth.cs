using System.Globalization;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// The calendar month that a call is counted in, by the clocks of China, where the platform keeps its accounts. China has one
/// offset all the year round, so no time zone data is needed.
/// </summary>
internal readonly record struct QuotaMonth(int Year, int Month)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public DateTimeOffset End => Start.AddMonths(1);

    public DateTimeOffset Start => new(Year, Month, 1, 0, 0, 0, Offset);

    public int Days => DateTime.DaysInMonth(Year, Month);

    /// <summary>The day of this month that it is there; its last one when the month is over.</summary>
    public int DayOf(DateTimeOffset moment) => Of(moment) == this ? moment.ToOffset(Offset).Day : Days;

    public static QuotaMonth Of(DateTimeOffset moment) => moment.ToOffset(Offset) is var there ? new(there.Year, there.Month) : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
