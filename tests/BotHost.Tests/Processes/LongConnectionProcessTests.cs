using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Processes;

[Collection(OneAtATime.Name)]
public sealed class LongConnectionProcessTests
{
    [Fact]
    public async Task A_secret_that_the_platform_refuses_ends_the_start_with_a_sentence_that_names_the_setting()
    {
        await using var bot = await Installation.CreateAsync();
        using var process = bot.Start(("Feishu:Delivery", "LongConnection"), ("Feishu:AppSecret", "a-secret-that-is-wrong"));

        (await process.ExitAsync(TimeSpan.FromSeconds(40))).ShouldBe(1);

        process.Output.ShouldContain("Feishu:AppSecret");
        process.Output.ShouldContain("飞书不接受");
        (process.Output + process.Errors).ShouldNotContain("a-secret-that-is-wrong");
        bot.Platform.Calls.Count(call => call.Path == ConnectionDesk.DiscoveryPath).ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_process_leaves_nothing_unanswered()
    {
        await using var bot = await Installation.CreateAsync(redis: RedisServer.Start());
        (string, string)[] settings = [("Feishu:Delivery", "LongConnection"), ("Inbox:Lease", "00:00:02")];
        using (var first = await bot.StartReadyAsync(settings))
        {
            await bot.KnowLeaveAsync();
            await bot.Platform.ConnectedAsync(1);
            var question = AMessage.InDirectChat().Saying("年假有几天？");
            bot.Model.Otherwise = _ => Wenlu.StandIns.Model.ModelReply.Says("年假十天。[1]").Pausing(TimeSpan.FromMilliseconds(100));
            var pushed = question.ToEvent(bot.Platform.Options);
            bot.Platform.Take(pushed);
            (await bot.Platform.Connections.PushAsync(pushed)).Code.ShouldBe(200);
            first.Kill();
            using var second = await bot.StartReadyAsync(settings);
            await bot.Platform.CardFinishedAsync(question.MessageId, TimeSpan.FromSeconds(30));
            bot.Platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
        }

        bot.Platform.Violations.ShouldBeEmpty();
    }
}
