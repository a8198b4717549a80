using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Desk.Charts;

namespace Wenlu.BotHost.Tests.Desk.Charts;

public sealed class RoundScaleTests
{
    [Property(MaxTest = 1_000)]
    public Property Everything_fits_between_few_round_steps() => Prop.ForAll(Gen.Choose(0, 90_000_000).Select(number => number / 100.0).ToArbitrary(), largest =>
    {
        var scale = RoundScale.UpTo(largest, 0.01);

        scale.Top.ShouldBeGreaterThanOrEqualTo(largest * (1 - 1e-8));
        scale.Steps.ShouldBeInRange(1, 4);
        var digits = scale.Step / Math.Pow(10, Math.Floor(Math.Log10(scale.Step * 1.000001)));
        new[] { 1.0, 2, 5 }.Min(round => Math.Abs(round - digits)).ShouldBeLessThan(0.001, $"{scale.Step}");
    });

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(87, 2, 50)]
    [InlineData(1234, 3, 500)]
    public void Whole_things_have_whole_steps(double largest, int steps, double step) => RoundScale.UpTo(largest).ShouldBe(new RoundScale(steps, step));
}
