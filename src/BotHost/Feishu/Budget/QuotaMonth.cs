using System.Globalization;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// The calendar month that a call is counted in, by the clocks of China, where the platform keeps its accounts. China has one
/// offset all the year round, so no time zone data is needed.
/// </summary>
internal readonly record struct QuotaMonth(int Year, int Month)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public DateTimeOffset End => new DateTimeOffset(Year, Month, 1, 0, 0, 0, Offset).AddMonths(1);

    public static QuotaMonth Of(DateTimeOffset moment) => moment.ToOffset(Offset) is var there ? new(there.Year, there.Month) : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
