using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Xunit.Abstractions;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>
/// The promise of the whole service: whenever its process is killed, every accepted question is answered on exactly one
/// finished card. Fifty kills in all; the seed that is printed repeats their moments.
/// </summary>
[Collection(OneAtATime.Name)]
public sealed class CrashTests(ITestOutputHelper log)
{
    private static readonly TimeSpan MomentTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AllAnswered = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task On_the_embedded_store_nothing_is_lost_and_nothing_doubled()
    {
        await using var bot = await Installation.CreateAsync();
        await SurviveAsync(bot, kills: 25);
    }

    [Fact]
    public async Task Nothing_is_lost_or_doubled_when_the_platform_refuses_a_repeated_reply_instead_of_recognising_it()
    {
        await using var bot = await Installation.CreateAsync(new FeishuPlatformOptions { RefuseRepeatedUuid = true });
        await SurviveAsync(bot, kills: 10);
    }

    [Fact]
    public async Task On_a_Redis_server_nothing_is_lost_and_nothing_doubled()
    {
        await using var bot = await Installation.CreateAsync(redis: RedisServer.Start());
        // Nobody knows the last process to be dead: its leases have to end by themselves.
        await SurviveAsync(bot, kills: 15, ("Inbox:Lease", "00:00:02"));
    }

    private async Task SurviveAsync(Installation bot, int kills, params (string Key, string Value)[] settings)
    {
        var seed = Environment.GetEnvironmentVariable("CRASH_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        log.WriteLine($"CRASH_SEED={seed}");
        var random = new Random(seed);
        using (var first = await bot.StartReadyAsync(settings))
            await bot.KnowLeaveAsync();
        await using var load = new SteadyLoad(bot);
        for (var kill = 1; kill <= kills; kill++)
            await KillOnceAsync(bot, load, random, settings);
        using var last = await bot.StartReadyAsync(settings);
        await CheckAsync(bot, last, await load.StopAsync());
    }

    private async Task KillOnceAsync(Installation bot, SteadyLoad load, Random random, (string Key, string Value)[] settings)
    {
        var moments = Enum.GetValues<KillMoment>();
        var (moment, pause) = (moments[random.Next(moments.Length)], random.NextDouble());
        using var process = bot.Start(settings);
        if (moment != KillMoment.StartingUp)
            await process.ReadyAsync();
        await Task.WhenAny(ArriveAsync(moment, bot.Platform, load), Task.Delay(MomentTimeout));
        await Task.Delay(LongestPause(moment) * pause);
        process.Kill();
        log.WriteLine($"{DateTime.UtcNow:HH:mm:ss.fff} killed while {moment}");
    }

    private static Task ArriveAsync(KillMoment moment, FeishuPlatform platform, SteadyLoad load) => moment switch
    {
        KillMoment.Acknowledging => load.NextAcceptance,
        KillMoment.CreatingTheCard => NextCallAsync(platform, "/cards"),
        KillMoment.SendingTheCard => NextCallAsync(platform, "/reply"),
        KillMoment.Streaming => NextCallAsync(platform, "/content"),
        KillMoment.Finishing => NextCallAsync(platform, "/settings"),
        _ => Task.CompletedTask,
    };

    private static TimeSpan LongestPause(KillMoment moment) => moment switch
    {
        KillMoment.StartingUp or KillMoment.AnyTime => TimeSpan.FromSeconds(1.5),
        KillMoment.Acknowledging => TimeSpan.FromMilliseconds(4),
        KillMoment.Finishing => TimeSpan.FromMilliseconds(200),
        _ => TimeSpan.FromMilliseconds(20),
    };

    private static async Task NextCallAsync(FeishuPlatform platform, string pathEnd)
    {
        var before = Count();
        await platform.WaitForAsync(() => Count() > before ? platform : null, $"a call of {pathEnd}");

        int Count() => platform.Calls.Count(call => call.Path.EndsWith(pathEnd, StringComparison.Ordinal));
    }

    private async Task CheckAsync(Installation bot, BotProcess last, IReadOnlyCollection<Asked> asked)
    {
        var accepted = asked.Where(message => message.IsAccepted).ToList();
        log.WriteLine($"{asked.Count} messages were sent, {accepted.Count} of them accepted.");
        accepted.Count.ShouldBeGreaterThan(asked.Count / 2);
        var left = await WaitUntilDoneAsync(bot, accepted);
        left.ShouldBeEmpty($"At {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()} the last process had said:\n{last.Output}\n{last.Errors}");
        foreach (var message in asked)
            CheckReplies(bot.Platform, message);
        bot.Platform.Messages.Where(message => message.FromBot).Select(message => message.ParentId)
            .ShouldBeSubsetOf(asked.Select(message => message.Message.MessageId));
        bot.Platform.Violations.ShouldBeEmpty();
        bot.Platform.Mentions.ShouldBeEmpty();
        bot.Model.Violations.ShouldBeEmpty();
    }

    /// <returns>What is not done when the time is up.</returns>
    private static async Task<IReadOnlyList<string>> WaitUntilDoneAsync(Installation bot, List<Asked> accepted)
    {
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(200))
        {
            var unanswered = accepted.Where(message => !IsAnswered(bot.Platform, message)).Select(message => $"unanswered: {message.Message.MessageId}");
            IReadOnlyList<string> left = [.. unanswered, .. await bot.LeftInInboxAsync()];
            if (left.Count == 0 || Stopwatch.GetElapsedTime(begun) > AllAnswered)
                return left;
        }
    }

    private static bool IsAnswered(FeishuPlatform platform, Asked asked) => asked.Mark is null
        ? platform.RepliesTo(asked.Message.MessageId).Count > 0
        : platform.FinishedCards(asked.Message.MessageId).Count > 0;

    /// <summary>A message without its 200 may have been kept all the same; then it is answered like any other.</summary>
    private static void CheckReplies(FeishuPlatform platform, Asked asked)
    {
        var replies = platform.RepliesTo(asked.Message.MessageId);
        if (replies.Count == 0 && !asked.IsAccepted)
            return;
        var reply = replies.ShouldHaveSingleItem();
        reply.ChatId.ShouldBe(asked.Message.ChatId);
        if (asked.Mark is null)
            reply.MessageType.ShouldBe("text");
        else
            CheckCard(platform.FinishedCards(asked.Message.MessageId).ShouldHaveSingleItem(), asked.Mark);
    }

    private static void CheckCard(FinishedCard card, string mark)
    {
        Regex.Count(card.Answer, mark).ShouldBe(1, card.Answer);
        Regex.Count(card.Answer, "入职满一年者").ShouldBe(1, card.Answer);
        card.AllText.ShouldContain("员工手册");
        card.Entity.ShouldNotBeNull().IsStreaming.ShouldBeFalse();
    }
}
