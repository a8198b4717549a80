using Wenlu.BotHost.Desk.Charts;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>What the days came to, as charts.</summary>
internal sealed class NumbersCharts(NumbersRange range, NumbersRead read, Language language)
{
    private const double Typical = 0.5;
    private const double Slow = 0.95;

    private readonly IReadOnlyList<PeriodNumbers> periods = Periods(range, read.Days);
    private readonly IReadOnlyList<PeriodNumbers> steady = Steady(range, Periods(range, read.Days));
    private readonly PeriodNumbers sum = PeriodNumbers.Sum([.. read.Days]);

    public IEnumerable<Chart> All(CallMonth? calls)
    {
        yield return Questions();
        yield return Helpful();
        if (sum.Doors.Count > 1)
            yield return Doors();
        yield return Wait("first-words", NumbersTexts.FirstWords, numbers => numbers.FirstWords);
        yield return Wait("finished", NumbersTexts.Finished, numbers => numbers.Finished);
        if (calls is not null)
            yield return CallsChart.Of(calls, language);
        yield return Knowledge();
    }

    private static IReadOnlyList<PeriodNumbers> Periods(NumbersRange range, IReadOnlyList<PeriodNumbers> days) =>
        [.. days.Chunk(range.Per).Select(chunk => PeriodNumbers.Sum(chunk))];

    /// <summary>Where there are many, shares and waits of single days jump about: those of the week up to each day say more.</summary>
    private static IReadOnlyList<PeriodNumbers> Steady(NumbersRange range, IReadOnlyList<PeriodNumbers> periods) => range.IsLong
        ? [.. Enumerable.Range(1, periods.Count).Select(count => PeriodNumbers.Sum([.. periods.Take(count).TakeLast(NumbersRange.Week)]))]
        : periods;

    private Chart Questions() => Make(
        "questions", NumbersTexts.Questions,
        NumbersTexts.QuestionsSummary.With(Figure.Count(sum.Asked), Figure.Count(sum.Answered), NumbersTiles.Share(sum.AnsweredShare), Figure.Count(sum.Unanswered)),
        [
            Bar(NumbersTexts.Answered, "answered", numbers => numbers.Answered), Bar(NumbersTexts.Unanswered, "unanswered", numbers => numbers.Unanswered),
            .. sum.Unavailable > 0 ? (Series[])[Bar(NumbersTexts.Unavailable, "unavailable", numbers => numbers.Unavailable)] : [],
        ],
        RoundScale.UpTo(periods.Max(numbers => numbers.Asked)), Figure.Count) with
    { IsWide = true };

    private Chart Helpful() => Make(
        "helpful", NumbersTexts.HelpfulShare,
        NumbersTexts.HelpfulSummary.With(Figure.Count(sum.Votes), NumbersTiles.Share(sum.HelpfulShare)),
        [Line(Over(NumbersTexts.HelpfulShare), "helpful", numbers => numbers.HelpfulShare)], RoundScale.OfShares, Figure.Share)
        with
    { Empty = sum.Votes == 0 ? NumbersTexts.NoVotes.In(language) : null };

    private Chart Doors() => Make(
        "doors", NumbersTexts.Doors,
        NumbersTexts.DoorsSummary.With(NumbersTiles.Doors(sum, language)),
        [.. Enum.GetValues<Door>().Where(sum.Doors.ContainsKey).Select(door => Bar(NumbersTexts.Of(door), $"door-{(int)door}", numbers => numbers.Doors.GetValueOrDefault(door)))],
        RoundScale.UpTo(periods.Max(numbers => numbers.Doors.Values.Sum())), Figure.Count);

    private Chart Wait(string id, Bilingual title, Func<PeriodNumbers, LatencyHistogram> histogram) => Make(
        id, title,
        NumbersTexts.WaitSummary.With(Duration(histogram(sum).Percentile(Typical)), Duration(histogram(sum).Percentile(Slow))),
        [
            Line(Over(NumbersTexts.Half), "typical", numbers => histogram(numbers).Percentile(Typical)?.TotalSeconds),
            Line(Over(NumbersTexts.NinetyFive), "slow", numbers => histogram(numbers).Percentile(Slow)?.TotalSeconds) with { IsDashed = true },
        ],
        RoundScale.UpTo(steady.Max(numbers => histogram(numbers).Percentile(Slow)?.TotalSeconds) ?? 1, 0.01), seconds => Figure.Duration(seconds, language))
        with
    { Empty = histogram(sum).Count == 0 ? NumbersTexts.NothingAsked.In(language) : null };

    private Chart Knowledge() => Make(
        "knowledge", NumbersTexts.Knowledge,
        NumbersTexts.KnowledgeSummary.With(Figure.Count(sum.Knowledge?.Documents ?? 0), Figure.Count(sum.Knowledge?.Passages ?? 0)),
        [new(NumbersTexts.Documents.In(language), "documents", Mark.Area, [.. periods.Select(numbers => (double?)numbers.Knowledge?.Documents)])],
        RoundScale.UpTo(periods.Max(numbers => numbers.Knowledge?.Documents) ?? 1), Figure.Count)
        with
    { Empty = sum.Knowledge is null ? NumbersTexts.NothingKnown.In(language) : null };

    private Chart Make(string id, Bilingual title, Bilingual summary, IReadOnlyList<Series> series, RoundScale scale, Func<double, string> format) =>
        new(id, title.In(language), summary.In(language), [.. periods.Select((_, index) => SlotOf(index))], series, scale, format);

    private Slot SlotOf(int index)
    {
        var last = read.Today.AddDays(-range.Per * (periods.Count - 1 - index));
        var first = last.AddDays(1 - range.Per);
        var name = range.IsByWeek
            ? $"{Figure.Day(first, language)} – {Figure.Day(last, language)}"
            : $"{Figure.Day(last, language)} {NumbersTexts.Weekday(last.DayOfWeek).In(language)}";
        return new(Figure.ShortDay(first, language), name);
    }

    /// <summary>A line says over how long it goes.</summary>
    private Bilingual Over(Bilingual name) => range.IsLong ? NumbersTexts.OverWeek.With(name.In(language)) : name;

    private string Duration(TimeSpan? duration) => NumbersTiles.Duration(duration, language);

    private Series Bar(Bilingual name, string ink, Func<PeriodNumbers, long> value) => new(name.In(language), ink, Mark.Bar, [.. periods.Select(numbers => (double?)value(numbers))]);

    private Series Line(Bilingual name, string ink, Func<PeriodNumbers, double?> value) => new(name.In(language), ink, Mark.Line, [.. steady.Select(value)]);
}
