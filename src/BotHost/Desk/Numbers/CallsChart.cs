using System.Globalization;
using Wenlu.BotHost.Desk.Charts;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>The month's calls so far, against the quota, and on to the month's end.</summary>
internal static class CallsChart
{
    public static Chart Of(CallMonth calls, Language language)
    {
        Series[] series =
        [
            new(NumbersTexts.Used.In(language), "calls", Mark.Area, calls.UsedByDay),
            new(NumbersTexts.Projected.In(language), "projected", Mark.Line, calls.Projected) { IsDashed = true },
            .. calls.Quota > 0 ? (Series[])[new(NumbersTexts.Quota.In(language), "quota", Mark.Line, [.. Enumerable.Repeat<double?>(calls.Quota, calls.Month.Days)])] : [],
        ];
        return new(
            "calls", NumbersTexts.Calls.In(language), SummaryOf(calls, language).In(language), [.. Enumerable.Range(1, calls.Month.Days).Select(day => SlotOf(calls, day, language))],
            series, RoundScale.UpTo(series.SelectMany(one => one.Values).Max() ?? 1), Figure.Count);
    }

    public static Bilingual SummaryOf(CallMonth calls, Language language) => calls switch
    {
        { Quota: 0 } => NumbersTexts.NoQuota.With(Figure.Count(calls.Used), Figure.Count(calls.AtTheEnd)),
        _ when calls.Used >= calls.Quota => NumbersTexts.QuotaEmpty.With(Figure.Count(calls.Quota)),
        { EmptyOn: { } day } => NumbersTexts.QuotaEndsOn.With(Figure.Count(calls.Used), Figure.Count(calls.Quota), Figure.Day(DayOf(calls, day), language)),
        _ => NumbersTexts.QuotaLasts.With(Figure.Count(calls.Used), Figure.Count(calls.Quota), Figure.Share(calls.Used / (double)calls.Quota), Figure.Count(calls.AtTheEnd)),
    };

    private static Slot SlotOf(CallMonth calls, int day, Language language) =>
        new(day.ToString(CultureInfo.InvariantCulture), Figure.Day(DayOf(calls, day), language));

    private static DateOnly DayOf(CallMonth calls, int day) => new(calls.Month.Year, calls.Month.Month, day);
}
