using Wenlu.BotHost.Desk.Charts;
using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Desk.Overview;

/// <summary>The week in four numbers, each with yesterday's and the way there.</summary>
internal static class WeekTrends
{
    public const int Days = NumbersRange.Week;

    private static readonly string[] Inks = ["answered", "answered", "helpful", "typical"];

    public static IEnumerable<Trend> Of(IReadOnlyList<PeriodNumbers> days, Language language)
    {
        var yesterday = days[^2];
        string[] notes =
        [
            Figure.Count(yesterday.Asked), NumbersTiles.Share(yesterday.AnsweredShare), NumbersTiles.Share(yesterday.HelpfulShare),
            NumbersTiles.Duration(yesterday.Finished.Percentile(0.5), language),
        ];
        IReadOnlyList<double?>[] lines =
        [
            [.. days.Select(day => (double?)day.Asked)], [.. days.Select(day => day.AnsweredShare)], [.. days.Select(day => day.HelpfulShare)],
            [.. days.Select(day => day.Finished.Percentile(0.5)?.TotalSeconds)],
        ];
        return NumbersTiles.Of(PeriodNumbers.Sum([.. days]), before: null, Days, language).Select((tile, index) =>
            new Trend(tile with { Note = OverviewTexts.Yesterday.With(notes[index]).In(language) }, Inks[index], lines[index]));
    }
}
