using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Inbox;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class CardTests(string redis) : FrontDoor(redis)
{
    [Fact]
    public async Task A_vote_is_recorded_and_thanked_for()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        (await ToastAsync(bot, ACardAction.On(card).Pressing(card.Buttons[0]))).ShouldBe("谢谢你的反馈，已记录。");
        (await ToastAsync(bot, ACardAction.On(card).Pressing(card.Buttons[1]), FeishuDelivery.EventsPath)).ShouldBe("谢谢你的反馈，已记录。");

        var votes = await bot.Service<AnswerMarks>().VotesAsync(card.Buttons[0].Value!["answer_id"]!.GetValue<string>());
        votes.ShouldBe(new Dictionary<string, string> { [AMessage.SomeUser] = "down" });
    }

    [Fact]
    public async Task The_same_vote_again_is_thanked_for_and_not_counted()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "wenlu.feedback" && instrument.Meter.Scope == bot.Service<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, votes, _, _) => Interlocked.Add(ref counted, votes));
        listener.Start();

        for (var click = 0; click < 3; click++)
            (await ToastAsync(bot, ACardAction.On(card).Pressing(card.Buttons[0]))).ShouldBe("谢谢你的反馈，已记录。");
        Interlocked.Read(ref counted).ShouldBe(1);

        await ToastAsync(bot, ACardAction.On(card).Pressing(card.Buttons[1]));
        Interlocked.Read(ref counted).ShouldBe(2);
    }

    [Fact]
    public async Task A_forged_click_does_nothing_but_a_toast()
    {
        var bot = await StartAsync();
        JsonNode[] forged =
        [
            new JsonObject { ["action"] = "feedback", ["vote"] = "up", ["answer_id"] = "a-unknown" },
            new JsonObject { ["action"] = "feedback", ["vote"] = "sideways", ["answer_id"] = "a-unknown" },
            new JsonObject { ["action"] = 7 },
            new JsonObject(),
        ];

        foreach (var value in forged)
        {
            (await ToastAsync(bot, ACardAction.On("om_x1", AMessage.SomeGroup).Sending(value))).ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Without_the_card_scope_an_ordinary_card_is_sent_and_updated()
    {
        Platform.CardKitScope = false;
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var card = await bot.AskAsync(message);
        await bot.AskAsync(AMessage.InDirectChat().Saying("病假有几天？"));

        card.Entity.ShouldBeNull();
        card.Answer.ShouldContain("年假十天");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Path.EndsWith("/cards", StringComparison.Ordinal)).ShouldBe(1, "the refused call is not repeated at every answer");
    }

    [Fact]
    public async Task A_recalled_question_ends_quietly()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var recalled = AMessage.InDirectChat().Saying("年假有几天？");
        Platform.Take(recalled.ToEvent(Platform.Options));
        Platform.RecallMessage(recalled.MessageId);

        await bot.Delivery.SendAsync(recalled);
        await bot.AskAsync(AMessage.InDirectChat().Saying("病假有几天？"));

        Platform.RepliesTo(recalled.MessageId).ShouldBeEmpty();
        Platform.Calls.Count(call => call.Code == 230011).ShouldBe(1);
    }

    [Fact]
    public async Task A_chat_that_the_bot_left_ends_quietly()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var message = AMessage.InGroup().MentioningBot().Saying("年假有几天？");
        Platform.Take(message.ToEvent(Platform.Options));
        Platform.RemoveBotFromChat(message.ChatId);

        await bot.Delivery.SendAsync(message);
        await bot.AskAsync(AMessage.InDirectChat().Saying("病假有几天？"));

        Platform.Calls.Count(call => call.Code == 230002).ShouldBe(1);
    }

    /// <summary>Among others: a sequence number that was not above the last one is followed by one that is.</summary>
    [Theory]
    [InlineData("POST /open-apis/cardkit/v1/cards", 429, 99991400)]
    [InlineData("POST /open-apis/im/v1/messages/*/reply", 400, 230020)]
    [InlineData("PUT /open-apis/cardkit/v1/cards/*", 429, 99991400)]
    [InlineData("PATCH /open-apis/cardkit/v1/cards/*/settings", 500, 0)]
    [InlineData("PUT /open-apis/cardkit/v1/cards/*", 500, 300120)]
    [InlineData("PUT /open-apis/cardkit/v1/cards/*", 400, 300317)]
    [InlineData("POST /open-apis/im/v1/messages/*/reply", 500, 0)]
    public async Task A_call_that_fails_in_passing_costs_nothing(string call, int status, int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.FailNext(call, count: 2, status, code, new Dictionary<string, string> { ["x-ogw-ratelimit-reset"] = "1" });

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var card = await bot.AskAsync(message, TimeSpan.FromSeconds(30));

        card.Answer.ShouldContain("年假十天");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pitfall_34_An_expired_token_is_renewed_once_for_everybody()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.ExpireAllTokens();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => bot.AskAsync(
            AMessage.InDirectChat($"oc_0000000000000000000000000000f00{number}").From($"ou_0000000000000000000000000000f00{number}").Saying("年假有几天？"))));

        Platform.TokensIssued.ShouldBe(2);
    }

    [Fact]
    public async Task Pitfall_34_A_call_is_made_once_more_with_a_new_token_and_then_given_up()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:LongestRetryDelay=00:00:01");
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var before = Platform.TokenRequests;
        Platform.FailNext("POST /open-apis/cardkit/v1/cards", count: 2, status: 400, code: 99991663);

        (await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"))).Answer.ShouldContain("年假十天");

        (Platform.TokenRequests - before).ShouldBe(1);
        Platform.Calls.Count(call => call.Code == 99991663).ShouldBe(2, "the call's second try is its last; the next attempt at the question comes later");
    }

    [Fact]
    public async Task A_card_that_the_platform_refuses_is_followed_by_a_plainer_one()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        Platform.FailNext("PUT /open-apis/cardkit/v1/cards/*", 1, 400, 230099);

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        card.Answer.ShouldContain("年假十天");
    }

    [Fact]
    public async Task Pitfall_26_The_frames_of_a_stream_keep_the_limits_of_a_card_too()
    {
        var bot = await StartKnowingLeaveAsync();
        var tables = string.Concat(Enumerable.Range(0, 6).Select(number => $"| 假期 | 天数 |\n|---|---|\n| 第 {number} 种[1] | 十天 |\n\n"));
        var words = string.Concat(Enumerable.Repeat("年假十天，以员工手册为准。", 1_000));
        Model.Then(ModelReply.SaysInPieces(tables, words, words, "[1]").Pausing(TimeSpan.FromSeconds(1.2)));

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var card = await bot.AskAsync(message, TimeSpan.FromSeconds(30));

        card.Frames.ShouldContain(frame => frame.Contains("以员工手册为准", StringComparison.Ordinal));
        card.Frames.ShouldAllBe(frame => Encoding.UTF8.GetByteCount(frame) < AnswerCard.MaxBytes);
        Platform.Calls.ShouldNotContain(call => call.Path.EndsWith("/content", StringComparison.Ordinal) && call.Code != 0);
        card.Answer.ShouldContain("- **第 3 种<number_tag", Case.Sensitive);
    }

    [Fact]
    public async Task What_cannot_be_done_is_parked_and_the_asker_is_told()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:MaxAttempts=2");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.FailNext("POST /open-apis/cardkit/v1/cards", count: 100, status: 400, code: 10002);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);

        (await Platform.NextReplyAsync(message.MessageId, TimeSpan.FromSeconds(20))).Content.ShouldContain("抱歉");
        await Fixtures.Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ListParkedAsync()).Count == 1);
        var metrics = await bot.Http.GetStringAsync("/metrics");
        metrics.ShouldContain("wenlu_inbox_parked");
        metrics.ShouldContain("service_name=\"wenlu\"");
    }

    [Theory]
    [InlineData(230022)]
    [InlineData(230028)]
    [InlineData(230099)]
    public async Task A_reply_that_the_platform_never_takes_is_excused_once(int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reply", count: 1, status: 400, code);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);

        (await Platform.NextReplyAsync(message.MessageId, TimeSpan.FromSeconds(20))).Content.ShouldContain("换一种问法");
        await Fixtures.Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
        Platform.Calls.Count(call => call.Path.EndsWith("/reply", StringComparison.Ordinal)).ShouldBe(2);
        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(230006)]
    [InlineData(99991672)]
    public async Task An_app_that_may_not_reply_does_not_try_again_and_again(int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reply", count: 100, status: 400, code);

        await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        await Fixtures.Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ListParkedAsync()).Count == 1);
        Platform.Calls.Count(call => call.Path.EndsWith("/reply", StringComparison.Ordinal)).ShouldBe(2, "the answer, and the sentence that it was given up");
        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task An_asker_is_told_when_the_platform_is_back()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:MaxAttempts=2", "--Inbox:LongestRetryDelay=00:00:01");
        Platform.FailNext("POST /open-apis/cardkit/v1/cards", count: 100, status: 400, code: 10002);
        Platform.FailNext("POST /open-apis/im/v1/messages/*/reply", count: 5, status: 500);

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);

        (await Platform.NextReplyAsync(message.MessageId, TimeSpan.FromSeconds(30))).Content.ShouldContain("抱歉");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    private static async Task<string?> ToastAsync(Bot bot, ACardAction action, string path = FeishuDelivery.CallbacksPath)
    {
        using var response = await bot.Delivery.ClickAsync(action, path);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("toast").GetProperty("content").GetString();
    }
}
