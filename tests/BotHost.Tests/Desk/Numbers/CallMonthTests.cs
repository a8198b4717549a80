using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Tests.Desk.Numbers;

public sealed class CallMonthTests
{
    private static readonly QuotaMonth November = new(2026, 11);

    [Fact]
    public void The_last_whole_week_tells_the_pace()
    {
        // The tenth, at noon in China; today's own calls are not a day's yet.
        var month = Month(quota: 10_000, [900, 900, 100, 100, 100, 100, 100, 100, 100, 30], 0.5);

        month.Pace.ShouldBe(100);
        month.AtTheEnd.ShouldBe(2530 + (20.5 * 100), 0.001);
        month.EmptyOn.ShouldBeNull();
        month.UsedByDay.Take(3).ShouldBe([900, 1800, 1900]);
        month.UsedByDay[10].ShouldBeNull();
        (month.Projected[8], month.Projected[9], month.Projected[29]).ShouldBe((null, 2530, month.AtTheEnd));
    }

    [Fact]
    public void A_quota_that_does_not_last_ends_on_a_day()
    {
        var month = Month(quota: 1_000, [100, 100, 100, 100], 1);

        month.Pace.ShouldBe(100);
        month.EmptyOn.ShouldBe(10);
        Month(quota: 300, [100, 100, 100], 1).EmptyOn.ShouldBe(3);
    }

    [Fact]
    public void A_month_that_has_just_begun_promises_no_flood() =>
        Month(quota: 0, [10], 0.01).AtTheEnd.ShouldBeLessThan(610);

    [Fact]
    public void Calls_of_before_the_days_were_counted_are_not_forgotten() =>
        (Month(quota: 0, [0, 0, 5], 0.5) with { Used = 25 }).UsedByDay.Take(3).ShouldBe([20, 20, 25]);

    /// <param name="ofToday">How much of the last day is over.</param>
    private static CallMonth Month(int quota, long[] byDay, double ofToday) =>
        new(November, byDay.Sum(), quota, byDay, November.Start.AddDays(byDay.Length - 1 + ofToday));
}
