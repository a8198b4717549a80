using System.Text.Json.Nodes;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class CommandTests(string redis) : FrontDoor(redis)
{
    [Theory]
    [InlineData("/help")]
    [InlineData("帮助")]
    public async Task Help_is_a_card_with_questions_to_try(string text)
    {
        var bot = await StartKnowingLeaveAsync();

        var reply = await SayAsync(bot, AMessage.InGroup().MentioningBot().Saying(text));

        reply.MessageType.ShouldBe("interactive");
        reply.Content.ShouldContain("/sources");
        new FinishedCard(reply, (JsonObject)JsonNode.Parse(reply.Content)!, null).Buttons.Count.ShouldBe(3);
        Model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sources_are_those_of_the_last_answer_with_their_links()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        (await SayAsync(bot, AMessage.InDirectChat().Saying("/sources"))).Content.ShouldContain("还没有回答");
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        var sources = await SayAsync(bot, AMessage.InDirectChat().Saying("来源"));

        sources.Content.ShouldContain("年假有几天？");
        sources.Content.ShouldContain("https://wiki.example.com/leave#");
        (await SayAsync(bot, AMessage.InDirectChat("oc_another").From("ou_0000000000000000000000000000bbbb").Saying("/sources"))).Content.ShouldContain("还没有回答");
    }

    [Fact]
    public async Task Sources_of_an_answer_without_any_are_said_to_be_none()
    {
        var bot = await StartAsync();
        Model.Otherwise = _ => ModelReply.Fails(500);
        await bot.AskAsync(AMessage.InDirectChat().Saying("明天火星上会下雨吗？"));

        (await SayAsync(bot, AMessage.InDirectChat().Saying("/来源"))).Content.ShouldContain("没有引用资料");
    }

    [Fact]
    public async Task Stop_ends_the_answer_and_says_so_and_says_when_there_was_none()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("入职满一年者，年假十天。[1]").StallingAfter(1);
        var question = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(question);
        await Platform.NextReplyAsync(question.MessageId);

        (await SayAsync(bot, AMessage.InDirectChat().Saying("停止"))).Content.ShouldContain("已停止");

        Platform.FinishedCards(question.MessageId).Count.ShouldBe(1);
        (await SayAsync(bot, AMessage.InDirectChat().Saying("/stop"))).Content.ShouldContain("没有正在写的回答");
    }

    [Fact]
    public async Task What_is_written_like_a_command_and_is_none_gets_the_list_of_them()
    {
        var bot = await StartAsync();

        var reply = await SayAsync(bot, AMessage.InDirectChat().Saying("/xyz"));

        reply.Content.ShouldContain("/help");
        reply.Content.ShouldContain("没有这个命令");
    }

    [Fact]
    public async Task Commands_are_answered_in_the_language_of_the_conversation()
    {
        var bot = await StartAsync();
        await bot.KnowsAsync("leave", "Handbook", "## Annual leave\nTen days of annual leave a year.");
        Model.Otherwise = _ => ModelReply.Says("Ten days. [1]");
        await bot.AskAsync(AMessage.InDirectChat().Saying("How many days of annual leave are there?"));

        var reply = await SayAsync(bot, AMessage.InDirectChat().Saying("/xyz"));

        reply.Content.ShouldContain("There is no such command");
        reply.Content.ShouldNotContain("没有这个命令");
    }

    [Fact]
    public async Task A_command_in_a_group_is_for_the_bot_that_is_named()
    {
        var bot = await StartAsync();
        var forOthers = AMessage.InGroup().Saying("/help");
        var byAnotherBot = AMessage.InGroup().MentioningBot().FromAnotherBot().Saying("/help");
        await bot.Delivery.SendAsync(forOthers);
        await bot.Delivery.SendAsync(byAnotherBot);

        await SayAsync(bot, AMessage.InGroup().MentioningBot().Saying("/help"));

        Platform.RepliesTo(forOthers.MessageId).ShouldBeEmpty();
        Platform.RepliesTo(byAnotherBot.MessageId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pitfall_17_Two_bots_cannot_keep_each_other_talking()
    {
        var bot = await StartKnowingLeaveAsync();
        AMessage[] byBots =
        [
            AMessage.InGroup().MentioningBot().FromAnotherBot().Saying("年假有几天？"),
            AMessage.InDirectChat("oc_bots").FromAnotherBot().Saying("年假有几天？"),
            AMessage.InGroup().MentioningBot().FromAnotherBot().Saying("/stop"),
        ];
        foreach (var message in byBots)
            (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();

        await SayAsync(bot, AMessage.InGroup().MentioningBot().Saying("/new"));
        await Task.Delay(600);

        byBots.ShouldAllBe(message => Platform.RepliesTo(message.MessageId).Count == 0);
        Platform.Reactions.ShouldAllBe(reaction => byBots.All(message => message.MessageId != reaction.MessageId));
        Model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_is_answered_over_whatever_host_the_settings_name()
    {
        // As https://open.larksuite.com would be: another host, and a slash behind it.
        var lark = new UriBuilder(Platform.BaseUrl) { Host = "localhost", Path = "/" }.Uri;
        var bot = await StartAsync($"--Feishu:BaseUrl={lark}");
        await bot.KnowsAsync("leave", "Handbook", "## Annual leave\nTen days of annual leave a year.");
        Model.Then(ModelReply.Says("Ten days. [1]"));

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("How many days of annual leave are there?"));

        card.Answer.ShouldContain("Ten days");
        card.AllText.ShouldNotContain("飞书");
    }

    private async Task<SentMessage> SayAsync(Bot bot, AMessage message)
    {
        (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        return await Platform.NextReplyAsync(message.MessageId);
    }
}
