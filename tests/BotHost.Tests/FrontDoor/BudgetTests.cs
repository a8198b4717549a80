using StackExchange.Redis;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Feishu.Budget;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>What the platform sees of the bot's thrift: every call counts here, tokens and refusals included.</summary>
public abstract class BudgetTests(string redis) : FrontDoor(redis)
{
    private protected const string Answer = "年假十天。";

    [Fact]
    public async Task Pitfall_43_a_quota_that_the_platform_calls_used_up_stops_every_call()
    {
        var bot = await StartKnowingLeaveAsync("--Feishu:MonthlyCalls=1000");
        Model.Otherwise = _ => ModelReply.Says($"{Answer}[1]");
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reply", 1, 403, 99991403);

        await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        await Eventually.TrueAsync(async () => (await bot.Service<CallBudget>().LookAsync()).Level == BudgetLevel.Empty);
        await SettledAsync(bot);
        var made = Platform.Calls.Count;
        await bot.Delivery.SendAsync(AMessage.InDirectChat("oc_0000000000000000000000000000ffff").Saying("病假有几天？"));
        await Task.Delay(TimeSpan.FromSeconds(1));

        Platform.Calls.Count.ShouldBe(made);
        (await bot.Service<EventInbox>().ReadDepthAsync()).ShouldSatisfyAllConditions(
            depth => depth.Pending.ShouldBe(2, "the questions wait"), depth => depth.Parked.ShouldBe(0));
        await Eventually.TrueAsync(async () => (await bot.Http.GetStringAsync("/metrics")).Contains("wenlu_feishu_budget_level", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_get_cheaper_as_the_month_runs_low_and_none_is_left_unfinished()
    {
        var bot = await StartKnowingLeaveAsync("--Feishu:MonthlyCalls=60");
        Model.Otherwise = _ => ModelReply.Says($"{Answer}[1]");
        var forms = new List<string>();
        for (var question = 0; question < 40; question++)
        {
            var message = AMessage.InDirectChat($"oc_{question:D32}").Saying("年假有几天？");
            await bot.Delivery.SendAsync(message);
            if (await TryFinishAsync(bot, message) is not { } card)
                break;
            card.Answer.ShouldContain(Answer);
            Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
            forms.Add(card.Entity is not null ? "streamed" : card.Message.Content.Contains(Answer, StringComparison.Ordinal) && !WasPatched(card) ? "single" : "still");
        }

        forms.Distinct().ShouldBe(["streamed", "still", "single"]);
        Platform.Calls.Count.ShouldBe(60);
        LastIsAnAnswer();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_single_reply_whose_answer_was_lost_is_not_sent_twice(bool refused)
    {
        Platform.Options.RefuseRepeatedUuid = refused;
        var bot = await StartKnowingLeaveAsync("--Feishu:MonthlyCalls=4");
        Model.Otherwise = _ => ModelReply.Says($"{Answer}[1]");
        Platform.ResetNext("POST /open-apis/im/v1/messages/*/reply", afterEffect: true);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);

        (await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(20))).Answer.ShouldContain(Answer);
        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    private protected void LastIsAnAnswer()
    {
        var last = Platform.Calls[^1];
        (last.Path.EndsWith("/reply", StringComparison.Ordinal), last.Code).ShouldBe((true, 0));
        Platform.FinishedCards(last.Path.Split('/')[^2]).ShouldHaveSingleItem().Answer.ShouldContain(Answer);
    }

    private async Task<FinishedCard?> TryFinishAsync(Bot bot, AMessage message)
    {
        await Eventually.TrueAsync(async () =>
            Platform.FinishedCards(message.MessageId).Count > 0 || (await bot.Service<CallBudget>().LookAsync()).Level == BudgetLevel.Empty);
        await SettledAsync(bot);
        return Platform.FinishedCards(message.MessageId) is [var card] ? card : null;
    }

    /// <summary>Nothing is being answered any more: what is pending waits for calls.</summary>
    private protected static Task SettledAsync(Bot bot) =>
        Eventually.TrueAsync(async () => (await bot.Service<CallBudget>().LookAsync()).Promised == 0);

    private bool WasPatched(FinishedCard card) =>
        Platform.Calls.Any(call => call.Method == "PATCH" && call.Path.EndsWith(card.Message.MessageId, StringComparison.Ordinal));
}

public sealed class BudgetOnTheEmbeddedStore() : BudgetTests(string.Empty);

public sealed class BudgetOnRedis : BudgetTests, IDisposable
{
    private readonly RedisServer server;

    public BudgetOnRedis()
        : this(RedisServer.Start())
    {
    }

    private BudgetOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    [Theory]
    [InlineData(30, 24)]
    [InlineData(7, 10)]
    public async Task Two_replicas_never_exceed_the_quota_and_its_last_call_is_an_answer(int quota, int questions)
    {
        Model.Otherwise = _ => ModelReply.Says($"{Answer}[1]");
        var bots = await StartTwoAsync($"--Feishu:MonthlyCalls={quota}");
        var messages = Messages(questions);
        await Task.WhenAll(messages.Select((message, number) => bots[number % 2].Delivery.SendAsync(message)));

        await Eventually.TrueAsync(() => Platform.Calls.Count >= quota);
        await SettledAsync(bots[0]);
        await Task.Delay(TimeSpan.FromSeconds(2.5));

        Platform.Calls.Count.ShouldBe(quota);
        LastIsAnAnswer();
        var answered = messages.Where(message => Platform.RepliesTo(message.MessageId).Count > 0).ToList();
        answered.ShouldAllBe(message => Platform.FinishedCards(message.MessageId).Count == 1);
        (await bots[0].Service<EventInbox>().ReadDepthAsync()).Pending.ShouldBe(questions - answered.Count);
    }

    [Fact]
    public async Task A_flood_on_two_replicas_keeps_within_the_limits_of_the_app_and_everybody_is_answered()
    {
        Model.Otherwise = _ => ModelReply.Says($"{Answer}[1]");
        var bots = await StartTwoAsync("--Feishu:CallsPerSecond=20", "--Feishu:CallsPerMinute=400");
        var messages = Messages(80);
        await Task.WhenAll(messages.Select((message, number) => bots[number % 2].Delivery.SendAsync(message)));

        foreach (var message in messages)
            (await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(90))).Answer.ShouldContain(Answer);
        // What was booked is exact; when a call arrives depends on this machine, which sends and receives and does everything else too.
        var booked = await BookedAsync(bots[0]);
        booked.Count.ShouldBeGreaterThanOrEqualTo(Platform.Calls.Count);
        CallWindows.Fullest(booked, TimeSpan.FromSeconds(1.5)).ShouldBeLessThanOrEqualTo(20);
        CallWindows.Fullest([.. Platform.Calls.Select(call => call.At)], TimeSpan.FromSeconds(5)).ShouldBeLessThanOrEqualTo(100);
        CallWindows.Fullest([.. Platform.Calls.Select(call => call.At)], TimeSpan.FromMinutes(1)).ShouldBeLessThanOrEqualTo(400);
        messages.ShouldAllBe(message => Platform.FinishedCards(message.MessageId).Count == 1);
        Platform.Calls.ShouldAllBe(call => call.Code == 0);
    }

    public void Dispose() => server.Dispose();

    private async Task<IReadOnlyCollection<DateTimeOffset>> BookedAsync(Bot bot) =>
        [.. (await bot.Service<IConnectionMultiplexer>().GetDatabase().ListRangeAsync($"{{feishu:{Platform.Options.AppId}}}:calls"))
            .Select(moment => DateTimeOffset.FromUnixTimeMilliseconds((long)moment))];

    private static List<AMessage> Messages(int count) =>
        [.. Enumerable.Range(0, count).Select(number => AMessage.InDirectChat($"oc_{number:D32}").Saying("年假有几天？"))];

    private async Task<Bot[]> StartTwoAsync(params string[] settings)
    {
        var one = await StartKnowingLeaveAsync(settings);
        var other = await StartReplicaAsync(settings);
        return [one, other];
    }
}
