using FsCheck.Xunit;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Tests.Feishu.Budget;

public sealed class CallLogTests
{
    private static readonly CallRule[] Rules = [new(5, TimeSpan.FromSeconds(1)), new(20, TimeSpan.FromSeconds(10))];

    [Property]
    public bool No_window_ever_holds_more_calls_than_its_rule_allows(byte[] gaps)
    {
        var log = new CallLog();
        var now = DateTimeOffset.UnixEpoch;
        var moments = new List<DateTimeOffset>();
        foreach (var gap in gaps)
        {
            now += TimeSpan.FromMilliseconds(gap);
            moments.Add(log.Free(now, Rules));
            log.Book(moments[^1], Rules);
        }

        return Rules.All(rule => Windows.Fullest(moments, rule.Window) <= rule.Limit);
    }

    [Fact]
    public void A_call_is_free_at_once_while_its_window_has_room()
    {
        var log = new CallLog();
        for (var call = 0; call < 5; call++)
        {
            log.Free(DateTimeOffset.UnixEpoch, Rules).ShouldBe(DateTimeOffset.UnixEpoch);
            log.Book(DateTimeOffset.UnixEpoch, Rules);
        }

        log.Free(DateTimeOffset.UnixEpoch, Rules).ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(1));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1)]
    public void A_part_of_a_rule_allows_at_least_one_call(int limit) =>
        CallRule.PerSecond(limit).Part(0.7).Limit.ShouldBe(limit == 1 ? 1 : 35);
}
