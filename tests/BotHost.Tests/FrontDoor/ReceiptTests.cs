using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class ReceiptTests(string redis) : FrontDoor(redis)
{
    private const string Create = "POST /open-apis/cardkit/v1/cards";
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task A_message_whose_card_is_late_gets_a_receipt_that_goes_when_the_card_is_there()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext(Create, Slow);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.AskAsync(message);

        var receipt = await RemovedAsync(message);
        receipt.Emoji.ShouldBe("Typing");
        var card = Platform.RepliesTo(message.MessageId).Single();
        (receipt.AddedAt < card.SentAt && card.SentAt <= receipt.RemovedAt).ShouldBeTrue();
        Platform.Reactions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_card_in_time_needs_no_receipt()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        await bot.AskAsync(AMessage.InDirectChat("oc_warm").From("ou_0000000000000000000000000000bbbb").Saying("年假有几天？"));
        var before = Platform.Reactions.Count;

        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        await Task.Delay(700);

        Platform.Reactions.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_message_that_waits_behind_another_question_gets_one_too()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]").Pausing(TimeSpan.FromMilliseconds(600));
        var first = AMessage.InDirectChat().Saying("年假有几天？");
        var second = AMessage.InDirectChat().Saying("病假有几天？");
        await bot.Delivery.SendAsync(first);
        await Platform.NextReplyAsync(first.MessageId);

        await bot.AskAsync(second);

        (await RemovedAsync(second)).Emoji.ShouldBe("Typing");
    }

    [Fact]
    public async Task However_often_the_event_comes_and_the_work_is_tried_there_is_one()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.FailNext(Create, count: 8);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendTwiceAsync(message);
        await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(30));
        await RemovedAsync(message);
        await bot.Delivery.SendAsync(message.InAnotherEvent());
        await Task.Delay(700);

        Platform.Reactions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_bot_that_takes_over_takes_the_receipt_away()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.FailNext(Create, count: 1_000);
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);
        await Platform.WaitForAsync(() => Platform.Reactions.Count == 1 ? this : null, "a receipt");
        await StopAsync(bot);
        Platform.ClearFaults();

        await StartAsync();

        await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(30));
        await RemovedAsync(message);
        Platform.Reactions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_for_the_bot_gets_none()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.Delivery.SendAsync(AMessage.InGroup().Saying("年假有几天？"));
        await bot.Delivery.SendAsync(AMessage.InGroup().MentioningAll().Saying("年假有几天？"));
        await bot.Delivery.SendAsync(AMessage.InGroup().MentioningBot().FromAnotherBot().Saying("年假有几天？"));

        await Task.Delay(800);

        Platform.Reactions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recalled_message_gets_none()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext(Create, Slow);
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);
        await bot.Delivery.RecallAsync(message);

        await Task.Delay(Slow);

        Platform.Calls.ShouldAllBe(call => !call.Path.Contains("/reactions", StringComparison.Ordinal));
        Platform.RepliesTo(message.MessageId).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, 231001)]
    [InlineData(400, 231002)]
    [InlineData(400, 231003)]
    [InlineData(400, 231008)]
    [InlineData(400, 231015)]
    [InlineData(429, 99991400)]
    [InlineData(500, 0)]
    public async Task A_receipt_that_fails_costs_the_answer_nothing(int status, int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext(Create, Slow);
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reactions", count: 5, status, code);

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"), TimeSpan.FromSeconds(6));

        card.Answer.ShouldContain("年假十天");
        Platform.Calls.Count(call => call.Path.EndsWith("/reactions", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_scope_it_is_tried_once()
    {
        Platform.ReactionScope = false;
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        for (var question = 0; question < 2; question++)
        {
            Platform.DelayNext(Create, Slow);
            await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        }

        Platform.Calls.Count(call => call.Path.EndsWith("/reactions", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_receipt_whose_removal_fails_goes_with_the_next_try()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext(Create, Slow);
        Platform.ResetNext("DELETE /open-apis/im/v1/messages/*/reactions/*");

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.AskAsync(message);

        await RemovedAsync(message);
    }

    [Theory]
    [InlineData(230027)]
    [InlineData(230018)]
    [InlineData(230022)]
    public async Task A_receipt_goes_although_nothing_can_be_said_in_the_end(int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext(Create, Slow);
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reply", count: 10, status: 400, code);
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        await bot.Delivery.SendAsync(message);

        await RemovedAsync(message);
        Platform.RepliesTo(message.MessageId).ShouldBeEmpty();
    }

    private Task<SentReaction> RemovedAsync(AMessage message) => Platform.WaitForAsync(
        () => Platform.Reactions.FirstOrDefault(reaction => reaction.MessageId == message.MessageId && reaction.RemovedAt is not null), "the receipt's end");
}
