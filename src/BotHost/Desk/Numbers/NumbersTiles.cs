using Wenlu.BotHost.Desk.Charts;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>What a period came to, in four numbers.</summary>
internal static class NumbersTiles
{
    private const string Nothing = "–";

    public static IEnumerable<Tile> Of(PeriodNumbers sum, PeriodNumbers? before, int days, Language language)
    {
        yield return new(
            NumbersTexts.Asked.In(language), Figure.Count(sum.Asked),
            before is { Asked: > 0 } ? Change(sum.Asked / (double)before.Asked - 1, days).In(language) : Doors(sum, language));
        yield return new(
            NumbersTexts.AnsweredShare.In(language), Share(sum.AnsweredShare),
            Points(sum.AnsweredShare, before?.AnsweredShare, days) is { } answered ? answered.In(language) : NumbersTexts.OfQuestions.With(Figure.Count(sum.Asked)).In(language));
        yield return new(NumbersTexts.HelpfulShare.In(language), Share(sum.HelpfulShare), NumbersTexts.OfVotes.With(Figure.Count(sum.Votes)).In(language));
        yield return new(
            NumbersTexts.TypicalWait.In(language), Duration(sum.Finished.Percentile(0.5), language),
            NumbersTexts.FirstWordsAfter.With(Duration(sum.FirstWords.Percentile(0.5), language)).In(language));
    }

    public static string Share(double? share) => share is { } known ? Figure.Share(known) : Nothing;

    public static string Duration(TimeSpan? duration, Language language) => duration is { } known ? Figure.Duration(known.TotalSeconds, language) : Nothing;

    private static Bilingual Change(double change, int days) => NumbersTexts.Change.With(Signed(change), days);

    /// <summary>Null where one of the two is not known.</summary>
    private static Bilingual? Points(double? now, double? before, int days) =>
        now is { } one && before is { } other ? NumbersTexts.Points.With(Signed(one - other).TrimEnd('%'), days) : null;

    private static string Signed(double change) => (change >= 0.005 ? "+" : "") + Figure.Share(change);

    public static string Doors(PeriodNumbers sum, Language language) => string.Join(" · ", sum.Doors.OrderByDescending(door => door.Value)
        .Select(door => $"{NumbersTexts.Of(door.Key).In(language)} {Figure.Count(door.Value)}"));
}
