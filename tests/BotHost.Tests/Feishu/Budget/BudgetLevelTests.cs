using FsCheck.Xunit;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Tests.Feishu.Budget;

public sealed class BudgetLevelTests
{
    [Theory]
    [InlineData(0, BudgetLevel.Plenty)]
    [InlineData(599, BudgetLevel.Plenty)]
    [InlineData(600, BudgetLevel.Widened)]
    [InlineData(800, BudgetLevel.Still)]
    [InlineData(920, BudgetLevel.Single)]
    [InlineData(999, BudgetLevel.Single)]
    [InlineData(1000, BudgetLevel.Empty)]
    [InlineData(1001, BudgetLevel.Empty)]
    internal void Answers_get_cheaper_as_the_month_runs_low(long used, BudgetLevel level) => Of(1000, used).ShouldBe(level);

    [Property]
    public bool Without_a_quota_nothing_runs_low(long used) => Of(0, used) == BudgetLevel.Plenty;

    [Fact]
    public void Calls_refused_by_the_platform_are_none_whatever_was_counted() =>
        new CallState(0, 0, 0, TimeSpan.Zero, IsRefused: true, 0).Level.ShouldBe(BudgetLevel.Empty);

    [Fact]
    public void The_tighter_of_month_and_minute_decides()
    {
        new CallState(1000, 0, 0, TimeSpan.Zero, false, Pressure: 0.9).Level.ShouldBe(BudgetLevel.Single);
        new CallState(1000, 950, 0, TimeSpan.Zero, false, Pressure: 0.5).Level.ShouldBe(BudgetLevel.Single);
    }

    private static BudgetLevel Of(int quota, long used) => new CallState(quota, used, 0, TimeSpan.Zero, false, 0).Level;
}
