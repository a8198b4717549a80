using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Feishu.Budget;

public abstract class CallLedgerTests(InboxStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string app = $"cli_{Guid.NewGuid():N}";
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Two_replicas_together_keep_within_any_second()
    {
        var moments = await MomentsAsync(calls: 120, perSecond: 20, perMinute: 100_000);

        CallWindows.Fullest(moments, TimeSpan.FromSeconds(1.5)).ShouldBe(20);
    }

    [Fact]
    public async Task Two_replicas_together_keep_within_any_minute()
    {
        var moments = await MomentsAsync(calls: 150, perSecond: 100_000, perMinute: 50);

        CallWindows.Fullest(moments, TimeSpan.FromSeconds(60.5)).ShouldBe(50);
    }

    [Fact]
    public async Task Niceties_give_way_first_and_frames_before_replies()
    {
        var ledger = Ledger(perSecond: 10);
        async Task<int> Fill(CallPriority priority)
        {
            var granted = 0;
            while (granted < 20 && await ledger.TakeAsync(priority.Terms() with { LongestWait = TimeSpan.Zero }) is CallVerdict.Granted)
                granted++;
            return granted;
        }

        (await Fill(CallPriority.Nicety)).ShouldBe(4);
        (await Fill(CallPriority.Frame)).ShouldBe(3);
        (await Fill(CallPriority.Needed)).ShouldBe(3);
    }

    [Fact]
    public async Task A_call_that_would_wait_too_long_books_nothing()
    {
        var ledger = Ledger(perSecond: 1);
        await ledger.TakeAsync(Terms(wait: TimeSpan.Zero));

        for (var attempt = 0; attempt < 5; attempt++)
            (await ledger.TakeAsync(Terms(wait: TimeSpan.Zero))).ShouldBeOfType<CallVerdict.Busy>().Wait.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task One_chat_is_paced_for_all_replicas()
    {
        var (one, other) = (Ledger(), Ledger());
        var waits = await Task.WhenAll(Enumerable.Range(0, 12).Select(call => (call % 2 == 0 ? one : other).PaceAsync("oc_1", CallRule.PerSecond(4))));

        waits.Count(wait => wait < TimeSpan.FromSeconds(1)).ShouldBe(4);
        waits.Max()!.Value.ShouldBeInRange(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Calls_and_promises_of_two_replicas_never_exceed_the_quota()
    {
        var (one, other) = (Ledger(quota: 30), Ledger(quota: 30));
        var promised = await Task.WhenAll(Enumerable.Range(0, 4).Select(answer => (answer % 2 == 0 ? one : other).PromiseAsync(one.Month, 12)));
        var granted = await Task.WhenAll(Enumerable.Range(0, 20).Select(call => (call % 2 == 0 ? one : other).TakeAsync(Terms())));

        promised.Count(set => set).ShouldBe(2);
        granted.Count(verdict => verdict is CallVerdict.Granted).ShouldBe(6);
        (await one.LookAsync()).ShouldSatisfyAllConditions(state => state.Left.ShouldBe(0), state => state.Level.ShouldBe(BudgetLevel.Empty));
    }

    [Fact]
    public async Task What_an_answer_did_not_use_is_there_for_others()
    {
        var ledger = Ledger(quota: 12);
        await ledger.PromiseAsync(ledger.Month, 12);
        await ledger.SettleAsync(ledger.Month, promised: 12, unused: 5);

        var state = await ledger.LookAsync();
        (state.Left, state.Promised).ShouldBe((5, 0));
    }

    [Fact]
    public async Task The_last_call_is_kept_from_whoever_must_leave_it()
    {
        var ledger = Ledger(quota: 2);

        (await ledger.TakeAsync(Terms(keep: 1))).ShouldBeOfType<CallVerdict.Granted>();
        (await ledger.TakeAsync(Terms(keep: 1))).ShouldBeOfType<CallVerdict.MonthEmpty>();
        (await ledger.PromiseAsync(ledger.Month, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_month_is_China_s()
    {
        var ledger = Ledger(quota: 1);
        time.Now = new DateTimeOffset(2026, 11, 30, 15, 59, 59, TimeSpan.Zero);
        await ledger.TakeAsync(Terms());
        (await ledger.TakeAsync(Terms())).ShouldBeOfType<CallVerdict.MonthEmpty>();

        time.Now += TimeSpan.FromSeconds(1);
        (await ledger.TakeAsync(Terms())).ShouldBeOfType<CallVerdict.Granted>();
    }

    [Fact]
    public async Task A_quota_that_the_platform_calls_used_up_is_empty_until_another_is_set()
    {
        await Ledger(quota: 100).EmptyAsync();

        (await Ledger(quota: 100).TakeAsync(Terms())).ShouldBeOfType<CallVerdict.MonthEmpty>();
        (await Ledger(quota: 100).PromiseAsync(Ledger().Month, 1)).ShouldBeFalse();
        (await Ledger(quota: 100).LookAsync()).Level.ShouldBe(BudgetLevel.Empty);
        (await Ledger(quota: 200).TakeAsync(Terms())).ShouldBeOfType<CallVerdict.Granted>();
    }

    [Fact]
    public async Task After_an_hour_the_platform_is_asked_again_whether_the_quota_is_used_up()
    {
        var ledger = Ledger(quota: 100);
        await ledger.EmptyAsync();
        await store.Connection.GetDatabase().HashDecrementAsync($"{{feishu:{app}}}:month:{ledger.Month}", "emptyUntil", (long)TimeSpan.FromHours(1).TotalMilliseconds);

        (await ledger.TakeAsync(Terms())).ShouldBeOfType<CallVerdict.Granted>();
        (await ledger.PromiseAsync(ledger.Month, 12)).ShouldBeTrue();
        (await ledger.LookAsync()).Level.ShouldBe(BudgetLevel.Plenty);
        await ledger.EmptyAsync();
        (await ledger.TakeAsync(Terms())).ShouldBeOfType<CallVerdict.MonthEmpty>();
    }

    [Fact]
    public async Task A_busy_minute_makes_answers_cheaper()
    {
        var ledger = Ledger(perSecond: 100_000, perMinute: 100);
        var levels = new List<BudgetLevel>();
        for (var call = 0; call < 100; call++)
        {
            await ledger.TakeAsync(Terms());
            levels.Add((await ledger.LookAsync()).Level);
        }

        levels.ShouldBe(levels.Order());
        levels.Distinct().ShouldBe([BudgetLevel.Plenty, BudgetLevel.Widened, BudgetLevel.Still, BudgetLevel.Single]);
    }

    [Fact]
    public async Task The_days_add_up_to_the_month()
    {
        time.Now = new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
        var ledger = Ledger(quota: 1000);
        await ledger.PromiseAsync(ledger.Month, 12);
        await ledger.TakeAsync(Terms());
        // In China the third has begun.
        time.Now += TimeSpan.FromHours(2);
        await ledger.SettleAsync(ledger.Month, 12, 5);
        await ledger.PromiseAsync(ledger.Month, 20);

        (await ledger.DaysAsync()).ShouldBe([0, 13, 15]);
        (await ledger.LookAsync()).Used.ShouldBe(28);
    }

    [Fact]
    public async Task What_a_promise_gives_back_after_the_months_end_is_still_that_months()
    {
        time.Now = new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero);
        var ledger = Ledger(quota: 1000);
        var month = ledger.Month;
        await ledger.PromiseAsync(month, 12);
        time.Now += TimeSpan.FromHours(2);
        await ledger.SettleAsync(month, 12, 5);

        (await ledger.DaysAsync()).ShouldBe([0]);
        time.Now -= TimeSpan.FromHours(2);
        (await ledger.DaysAsync())[^1].ShouldBe(7);
    }

    private static CallTerms Terms(int keep = 0, TimeSpan? wait = null) => new(Cost: 1, keep, wait ?? Patience, Share: 1);

    /// <summary>What two replicas book, by the store's own log; none of these calls waits in fact.</summary>
    private async Task<IReadOnlyCollection<DateTimeOffset>> MomentsAsync(int calls, int perSecond, int perMinute)
    {
        var replicas = new[] { Ledger(perSecond, perMinute), Ledger(perSecond, perMinute) };
        await Task.WhenAll(Enumerable.Range(0, calls).Select(async call =>
            (await replicas[call % 2].TakeAsync(Terms())).ShouldBeOfType<CallVerdict.Granted>()));
        var log = await store.Connection.GetDatabase().ListRangeAsync($"{{feishu:{app}}}:calls");
        log.Length.ShouldBe(calls);
        return [.. log.Select(moment => DateTimeOffset.FromUnixTimeMilliseconds((long)moment))];
    }

    private CallLedger Ledger(int perSecond = 1000, int perMinute = 10_000, int quota = 0)
    {
        var options = Options.Create(new FeishuOptions { AppId = app, CallsPerSecond = perSecond, CallsPerMinute = perMinute, MonthlyCalls = quota });
        return new CallLedger(new StoreScripts(store.Connection, new TransactionGate()), store.Connection, options, time);
    }
}

public sealed class CallLedgerOnTheEmbeddedStore(EmbeddedInboxStore store) : CallLedgerTests(store), IClassFixture<EmbeddedInboxStore>;

public sealed class CallLedgerOnRedis(RedisInboxStore store) : CallLedgerTests(store), IClassFixture<RedisInboxStore>;
