using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Tests.Numbers;

/// <summary>What holds of buckets, whatever was waited for.</summary>
public sealed class LatencyHistogramTests
{
    [Property(MaxTest = 500)]
    public Property A_percentile_is_within_nine_per_cent_of_the_exact_one() => Prop.ForAll(Waits(), Shares(), (waits, share) =>
    {
        var exact = waits.Order().ElementAt((int)Math.Ceiling(waits.Length * share) - 1);

        var estimate = Of(waits).Percentile(share)!.Value.TotalMilliseconds;

        (estimate / exact).ShouldBeInRange(0.91, 1.1);
    });

    [Property(MaxTest = 300)]
    public Property Two_replicas_together_say_what_one_would_have_said() => Prop.ForAll(Waits(), Waits(), Shares(), (one, other, share) =>
        LatencyHistogram.Merge([Of(one), Of(other)]).Percentile(share).ShouldBe(Of([.. one, .. other]).Percentile(share)));

    [Property(MaxTest = 300)]
    public Property A_greater_share_waits_no_less() => Prop.ForAll(Waits(), Shares(), Shares(), (waits, one, other) =>
        Of(waits).Percentile(Math.Max(one, other))!.Value.ShouldBeGreaterThanOrEqualTo(Of(waits).Percentile(Math.Min(one, other))!.Value));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.4, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 8)]
    [InlineData(1000, 80)]
    [InlineData(86_400_000, LatencyHistogram.Last)]
    public void Every_wait_has_a_bucket(double milliseconds, int bucket) => LatencyHistogram.BucketOf(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(bucket);

    [Fact]
    public void Where_nobody_waited_nothing_is_said() => LatencyHistogram.Empty.Percentile(0.5).ShouldBeNull();

    private static LatencyHistogram Of(double[] waits) => new(waits
        .GroupBy(wait => LatencyHistogram.BucketOf(TimeSpan.FromMilliseconds(wait))).ToDictionary(same => same.Key, same => same.LongCount()));

    private static Arbitrary<double[]> Waits() => Gen.Choose(0, 19_900).Select(number => Math.Pow(2, number / 1000.0)).NonEmptyListOf().Select(waits => waits.ToArray()).ToArbitrary();

    private static Arbitrary<double> Shares() => Gen.Choose(1, 100).Select(share => share / 100.0).ToArbitrary();
}
