using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Questions that are taken back, and answers that are stopped.</summary>
public abstract class InterruptionTests(string redis) : FrontDoor(redis)
{
    private const string Question = "我的年假还剩几天可以休？";
    private static readonly ModelReply Endless = ModelReply.SaysInPieces("入职满一年者，", "年假十天。[1]", "其余见员工手册。").StallingAfter(2);

    [Fact]
    public async Task Pitfall_20_A_question_that_is_recalled_while_the_answer_streams_ends_the_model_call_and_every_call()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(Endless);
        var message = await AskAndSeeAsync(bot, Question);

        (await bot.Delivery.RecallAsync(message)).Accepted.ShouldBeTrue();
        await Eventually.TrueAsync(() => Model.Abandoned == 1);
        await IdleAsync(bot);
        var recalled = Platform.Calls.Count;

        Model.Then(ModelReply.Says("三十天。[1]"));
        await bot.AskAsync(AMessage.InDirectChat("oc_0000000000000000000000000000e001").From("ou_0000000000000000000000000000e001").Saying("病假有几天？"));
        var shown = Platform.RepliesTo(message.MessageId).ShouldHaveSingleItem();
        Platform.Calls.Skip(recalled).ShouldNotContain(call => call.Path.Contains(shown.CardId!, StringComparison.Ordinal));
        (await StoreContents.WhereAsync(bot, Question)).ShouldBeEmpty();
        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pitfall_20_Without_the_event_the_platforms_refusal_ends_the_answer_and_nothing_is_kept()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        Platform.FailNext("PUT /open-apis/cardkit/v1/cards/*", count: 1, status: 400, code: 230110);

        var message = AMessage.InDirectChat().Saying(Question);
        await bot.Delivery.SendAsync(message);

        await Platform.NextReplyAsync(message.MessageId);
        await IdleAsync(bot);
        Platform.Calls[^1].Code.ShouldBe(230110);
        (await StoreContents.WhereAsync(bot, Question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recall_that_arrives_before_its_message_drops_the_message()
    {
        var bot = await StartKnowingLeaveAsync();
        var message = AMessage.InDirectChat().Saying(Question);

        (await bot.Delivery.RecallAsync(message)).Accepted.ShouldBeTrue();
        (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();

        await IdleAsync(bot);
        Model.Requests.ShouldBeEmpty();
        Platform.RepliesTo(message.MessageId).ShouldBeEmpty();
        (await StoreContents.WhereAsync(bot, Question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_is_recalled_while_it_waits_is_dropped_silently()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.SaysInPieces("年假", "十天。[1]").Pausing(TimeSpan.FromSeconds(0.8)));
        var first = await AskAndSeeAsync(bot, "年假有几天？");
        var waiting = AMessage.InDirectChat().Saying(Question);
        await bot.Delivery.SendAsync(waiting);

        await bot.Delivery.RecallAsync(waiting);

        (await Platform.CardFinishedAsync(first.MessageId)).Answer.ShouldContain("十天");
        await IdleAsync(bot);
        Model.Requests.Count.ShouldBe(1);
        Platform.RepliesTo(waiting.MessageId).ShouldBeEmpty();
        (await StoreContents.WhereAsync(bot, Question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_question_that_is_recalled_after_its_answer()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天，共计八十小时。[1]"));
        var message = AMessage.InDirectChat().Saying(Question);
        var card = await bot.AskAsync(message);
        await IdleAsync(bot);
        (await StoreContents.WhereAsync(bot, Question)).ShouldNotBeEmpty();

        await bot.Delivery.RecallAsync(message);

        (await StoreContents.WhereAsync(bot, Question)).ShouldBeEmpty();
        (await StoreContents.WhereAsync(bot, "八十小时")).ShouldBeEmpty();
        Model.Then(ModelReply.Says("三十天。[1]").ToAStream());
        await bot.AskAsync(AMessage.InDirectChat().ReplyingTo(card.Message.MessageId).Saying("病假有几天？"));
        Model.Requests[^1].User.ShouldNotContain("八十小时");
    }

    [Theory]
    [InlineData("/stop")]
    [InlineData("停止")]
    public async Task A_wish_to_stop_ends_the_model_call_and_leaves_what_was_written(string wish)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(Endless);
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var message = await AskAndSeeAsync(bot, Question);

        (await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying(wish))).Accepted.ShouldBeTrue();

        var card = await Platform.CardFinishedAsync(message.MessageId);
        card.Answer.ShouldContain("年假十天");
        card.Answer.ShouldContain("已停止");
        card.AllText.ShouldContain("员工手册");
        card.Buttons.ShouldNotBeEmpty();
        Model.Abandoned.ShouldBe(1);
    }

    [Fact]
    public async Task A_wish_to_stop_in_a_group_counts_when_the_asker_says_it_to_the_bot()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(Endless);
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var message = AMessage.InGroup().MentioningBot().Saying(Question);
        await SeeAsync(bot, message);

        await bot.Delivery.SendAsync(AMessage.InGroup().Saying("停止"));
        await bot.Delivery.SendAsync(AMessage.InGroup().InThread().MentioningBot().Saying("停止"));
        await bot.Delivery.SendAsync(AMessage.InGroup().MentioningBot().Saying("怎么停止？"));
        await bot.Delivery.SendAsync(AMessage.InGroup().MentioningBot().From("ou_0000000000000000000000000000bbbb").Saying("停止"));
        await Task.Delay(800);
        Model.Abandoned.ShouldBe(0);

        await bot.Delivery.SendAsync(AMessage.InGroup().MentioningBot().Saying("停止"));
        (await Platform.CardFinishedAsync(message.MessageId)).Answer.ShouldContain("已停止");
    }

    [Fact]
    public async Task What_is_asked_after_a_wish_to_stop_is_answered()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:Parallelism=0");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var before = AMessage.InDirectChat().Saying(Question);
        await bot.Delivery.SendAsync(before);
        await Task.Delay(5);
        await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying("停止"));
        await Task.Delay(5);
        var after = AMessage.InDirectChat().Saying("病假有几天？");
        await bot.Delivery.SendAsync(after);
        await StopAsync(bot);

        await StartAsync();

        (await Platform.CardFinishedAsync(before.MessageId)).Answer.ShouldContain("还没有写出答案");
        (await Platform.CardFinishedAsync(after.MessageId)).Answer.ShouldContain("年假十天");
    }

    [Fact]
    public async Task A_recall_outlives_the_process_that_heard_of_it()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:Parallelism=0");
        var message = AMessage.InDirectChat().Saying(Question);
        await bot.Delivery.SendAsync(message);
        await bot.Delivery.RecallAsync(message);
        await StopAsync(bot);

        var next = await StartAsync();

        await IdleAsync(next);
        Platform.RepliesTo(message.MessageId).ShouldBeEmpty();
        (await StoreContents.WhereAsync(next, Question)).ShouldBeEmpty();
    }

    private protected static Task IdleAsync(Bot bot) =>
        Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

    private protected Task<AMessage> AskAndSeeAsync(Bot bot, string question) => SeeAsync(bot, AMessage.InDirectChat().Saying(question));

    /// <summary>Asks, and waits for the first words of the answer.</summary>
    private protected async Task<AMessage> SeeAsync(Bot bot, AMessage message)
    {
        var before = Frames();
        (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        await Platform.WaitForAsync(() => Frames() > before ? Platform : null, "the first words of an answer");
        return message;

        int Frames() => Platform.Calls.Count(call => call.Path.EndsWith("/content", StringComparison.Ordinal));
    }
}
