using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void A_run_beside_itself_does_not_differ()
    {
        double[] values = [0.1, 0.5, 1];

        PairedDifference.Of(values, values).ShouldBe(new PairedDifference(new Estimate(0, 0, 0), 1, 0));
    }

    [Fact]
    public void Five_gains_and_no_loss_may_be_chance_once_in_sixteen()
    {
        // Of the 32 ways to draw five signs, two are as extreme as all the same.
        var paired = PairedDifference.Of([0, 0, 0, 0, 0, 1], [1, 1, 1, 1, 1, 1]);

        paired.P.ShouldBe(2 / 32.0, 0.01);
        paired.Changed.ShouldBe(5);
        paired.Difference.Mean.ShouldBe(5 / 6.0, 1e-12);
    }

    [Fact]
    public void Forty_gains_and_no_loss_are_no_chance()
    {
        var paired = PairedDifference.Of(new double[40], [.. Enumerable.Repeat(0.2, 40)]);

        paired.P.ShouldBe(1 / 10_001.0, 1e-12);
        paired.Difference.Low.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Which_run_is_the_first_changes_the_sign_alone()
    {
        double[] one = [.. Enumerable.Range(0, 60).Select(number => number % 3 / 2.0)];
        double[] other = [.. Enumerable.Range(0, 60).Select(number => number % 5 / 4.0)];

        var (forth, back) = (PairedDifference.Of(one, other), PairedDifference.Of(other, one));

        back.Difference.Mean.ShouldBe(-forth.Difference.Mean, 1e-12);
        back.P.ShouldBe(forth.P);
        forth.P.ShouldBe(PairedDifference.Of(one, other).P);
    }
}
