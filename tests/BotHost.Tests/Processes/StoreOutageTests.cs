using System.Diagnostics;
using System.Net;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

[Collection(OneAtATime.Name)]
public sealed class StoreOutageTests
{
    /// <summary>The platform waits no longer for an answer.</summary>
    private static readonly TimeSpan PlatformPatience = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task While_the_store_is_away_events_are_refused_and_afterwards_each_is_answered_once()
    {
        var redis = RedisServer.Start();
        await using var bot = await Installation.CreateAsync(redis: redis);
        using var process = await bot.StartReadyAsync(("Inbox:Lease", "00:00:02"));
        await bot.KnowLeaveAsync();
        bot.Model.Otherwise = _ => ModelReply.Says("入职满一年者，年假十天。[1]").Pausing(TimeSpan.FromMilliseconds(300));
        var begun = Question(0);
        await bot.Delivery.SendAsync(begun);

        redis.Kill();
        await RefusesAsync(bot, Question(1));
        (await bot.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var ready = await bot.Http.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldMatch("\"store\":\\{\"status\":\"failing\"");

        AMessage[] during = [Question(2), Question(3), Question(4)];
        var deliveries = Task.WhenAll(during.Select(bot.Delivery.SendAsync));
        await Task.Delay(TimeSpan.FromSeconds(1));
        redis.Resume();

        (await deliveries).ShouldAllBe(delivery => delivery.Accepted && delivery.Attempts > 1);
        foreach (var question in during.Append(begun))
        {
            await bot.Platform.CardFinishedAsync(question.MessageId, TimeSpan.FromSeconds(20));
            bot.Platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
        }

        await Eventually.TrueAsync(async () => (await bot.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        bot.Platform.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_is_started_before_its_store_waits_for_it()
    {
        var redis = RedisServer.Start();
        redis.Kill();
        await using var bot = await Installation.CreateAsync(redis: redis);
        using var process = bot.Start();
        await Eventually.TrueAsync(IsAliveAsync);
        await RefusesAsync(bot, Question(1));

        redis.Resume();

        await process.ReadyAsync();
        await bot.KnowLeaveAsync();
        bot.Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]"));
        var question = Question(2);
        (await bot.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
        await bot.Platform.CardFinishedAsync(question.MessageId, TimeSpan.FromSeconds(20));

        async Task<bool> IsAliveAsync()
        {
            try
            {
                return (await bot.Http.GetAsync("/health/live")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private static async Task RefusesAsync(Installation bot, AMessage question)
    {
        var begun = Stopwatch.GetTimestamp();
        using var response = await bot.Delivery.PostAsync(question.ToEvent(bot.Platform.Options));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(PlatformPatience);
    }

    private static AMessage Question(int number) => AMessage
        .InDirectChat($"oc_000000000000000000000000000000f{number}").From($"ou_000000000000000000000000000000f{number}").Saying("年假有几天？");
}
