using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Related;

/// <summary>Floors a little below what was measured; the figures are in the project's README.</summary>
public sealed class QuestionPairsTests
{
    [Fact]
    public void The_pairs_are_many_and_balanced_in_both_halves()
    {
        QuestionPairs.All.Count.ShouldBeGreaterThanOrEqualTo(600);
        foreach (var half in (IReadOnlyList<QuestionPair>[])[QuestionPairs.Fitted, QuestionPairs.HeldOut])
            half.Average(pair => pair.Same ? 1.0 : 0).ShouldBeInRange(0.45, 0.55);
    }

    [Fact]
    public void Same_questions_are_told_from_different_ones_also_where_nothing_was_fitted()
    {
        PairJudge.Accuracy(QuestionPairs.HeldOut, Likeness, QuestionLikeness.Same).ShouldBeGreaterThan(AccuracyFloor);
        PairJudge.Auc(QuestionPairs.HeldOut, Likeness).ShouldBeGreaterThan(AucFloor);
    }

    [Fact]
    public void Shared_characters_and_pairs_tell_far_less()
    {
        foreach (var plain in (Func<string, string, double>[])[PlainLikeness.OfCharacters, PlainLikeness.OfPairs])
        {
            var best = PairJudge.BestThreshold(QuestionPairs.Fitted, plain);
            PairJudge.Accuracy(QuestionPairs.HeldOut, plain, best).ShouldBeLessThan(AccuracyFloor - 0.15);
            PairJudge.Auc(QuestionPairs.HeldOut, plain).ShouldBeLessThan(AucFloor - 0.15);
        }
    }

    // Of the pairs' first questions each is another one, but for a few (手机怎么截屏, 苹果手机怎么截图).
    [Fact]
    public void Hardly_any_two_of_many_questions_are_taken_for_the_same()
    {
        var questions = QuestionPairs.All.Select(pair => pair.One).Distinct().Select(question => QuestionForm.Of(question, Glossary.Empty)).ToList();
        var taken = questions.SelectMany((one, at) => questions.Skip(at + 1).Where(other => QuestionLikeness.Of(one, other) >= QuestionLikeness.Same)).Count();
        taken.ShouldBeLessThan(questions.Count * questions.Count / 2 / 500);
    }

    private const double AccuracyFloor = 0.75;
    private const double AucFloor = 0.82;

    private static double Likeness(string one, string other) => QuestionLikeness.Of(one, other);
}
