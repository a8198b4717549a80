using FsCheck.Xunit;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class RefusalMeasuresTests
{
    [Theory]
    [InlineData(new[] { 0.9, 0.8 }, new[] { 0.1, 0.2 }, 1)]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 0.9, 0.8 }, 0)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 0.5 }, 0.5)]
    [InlineData(new[] { 0.9, 0.4, 0.6 }, new[] { 0.5, 0.6 }, 3.5 / 6)]
    public void The_area_counts_pairs_in_the_right_order_and_half_of_the_equal_ones(double[] answerable, double[] unanswerable, double expected) =>
        RefusalMeasures.AreaUnderCurve(answerable, unanswerable).ShouldBe(expected, 1e-12);

    [Property]
    public void The_area_of_the_two_sides_exchanged_is_the_rest_to_one(byte[] some, byte[] others)
    {
        double[] first = [0.5, .. some.Select(value => value / 255.0)];
        double[] second = [0.25, .. others.Select(value => value / 255.0)];

        RefusalMeasures.AreaUnderCurve(first, second).ShouldBe(1 - RefusalMeasures.AreaUnderCurve(second, first), 1e-9);
    }

    [Property]
    public void No_more_than_the_tolerable_share_of_the_answerable_falls_under_the_threshold(byte[] confidences)
    {
        double[] answerable = [0.5, .. confidences.Select(value => value / 255.0)];

        var threshold = RefusalMeasures.ThresholdAt(answerable, 0.05);

        RefusalMeasures.RefusedBelow(answerable, threshold).ShouldBeLessThanOrEqualTo(0.05);
        answerable.ShouldContain(threshold);
    }

    [Fact]
    public void Of_twenty_answerable_questions_one_may_be_refused()
    {
        double[] answerable = [.. Enumerable.Range(1, 20).Select(number => number / 20.0)];

        var threshold = RefusalMeasures.ThresholdAt(answerable, 0.05);

        threshold.ShouldBe(0.1);
        RefusalMeasures.RefusedBelow(answerable, threshold).ShouldBe(0.05);
        RefusalMeasures.RefusedBelow([0.05, 0.09, 0.1, 0.5], threshold).ShouldBe(0.5);
    }
}
