using FsCheck.Xunit;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class BootstrapTests
{
    private static readonly double[] Half = [.. Enumerable.Range(0, 400).Select(number => number % 2.0)];

    [Fact]
    public void The_interval_has_the_width_that_theory_gives_it()
    {
        var estimate = Bootstrap.Mean(Half);

        estimate.Mean.ShouldBe(0.5);
        // 1.96 standard errors of 0.5 / √400.
        estimate.Low.ShouldBe(0.451, 0.01);
        estimate.High.ShouldBe(0.549, 0.01);
    }

    [Fact]
    public void The_same_values_give_the_same_interval() => Bootstrap.Mean(Half).ShouldBe(Bootstrap.Mean(Half));

    [Property]
    public void The_interval_lies_between_the_least_and_the_largest_value(byte[] bytes)
    {
        double[] values = [7, .. bytes.Take(20).Select(value => (double)value)];

        var estimate = Bootstrap.Mean(values);

        estimate.Low.ShouldBeInRange(values.Min(), estimate.High);
        estimate.High.ShouldBeLessThanOrEqualTo(values.Max());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 5)]
    [InlineData(0.95, 10)]
    [InlineData(1, 10)]
    public void A_percentile_is_one_of_the_values(double share, double expected) =>
        Percentile.Of([.. Enumerable.Range(1, 10).Select(number => (double)number)], share).ShouldBe(expected);
}
