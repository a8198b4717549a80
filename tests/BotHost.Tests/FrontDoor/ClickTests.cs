using System.Diagnostics;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>What the buttons of a card do, for whom, and how often.</summary>
public abstract class ClickTests(string redis) : FrontDoor(redis)
{
    private protected const string Somebody = "ou_0000000000000000000000000000bbbb";
    private const string Suggestion = "「病假」具体怎么说？";

    [Fact]
    public async Task A_vote_is_counted_on_the_card_and_can_be_changed()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);

        (await PressAsync(bot, card, "vote_up")).ShouldBe("谢谢你的反馈，已记录。");
        Now(card).Button("vote_up").Text.ShouldBe("👍 1");
        await PressAsync(bot, card, "vote_up", Somebody);
        Now(card).Button("vote_up").Text.ShouldBe("👍 2");
        await PressAsync(bot, card, "vote_down");

        Now(card).Button("vote_up").Text.ShouldBe("👍 1");
        Now(card).Button("vote_down").Text.ShouldBe("👎 1");
        Now(card).Answer.ShouldBe(card.Answer);
        (await bot.Service<AnswerMarks>().VotesAsync(AnswerId(card))).ShouldBe(
            new Dictionary<string, string> { [AMessage.SomeUser] = "down", [Somebody] = "up" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_vote_against_an_answer_opens_a_form_and_the_reasons_are_kept_with_it()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);
        Now(card).Element("why").ShouldBeNull();

        await PressAsync(bot, card, "vote_down");
        Now(card).Element("why")!["tag"]!.GetValue<string>().ShouldBe("form");
        (await SubmitAsync([])).ShouldBe("请选一个原因，或写几个字。");
        (await SubmitAsync(new() { ["reason"] = 7, ["comment"] = "   " })).ShouldBe("请选一个原因，或写几个字。");
        (await SubmitAsync(new() { ["reason"] = "outdated", ["comment"] = " 去年改过了 " })).ShouldBe("谢谢，你的说明已记录。");

        Now(card).Element("why")!["tag"]!.GetValue<string>().ShouldBe("markdown");
        (await bot.Service<AnswerMarks>().ReasonsAsync(AnswerId(card))).ShouldBe(
            new Dictionary<string, VoteReason> { [AMessage.SomeUser] = new("outdated", "去年改过了") });

        await PressAsync(bot, card, "vote_up");
        Now(card).Element("why").ShouldBeNull();
        (await bot.Service<AnswerMarks>().ReasonsAsync(AnswerId(card))).ShouldBeEmpty();

        Task<string> SubmitAsync(JsonObject form) => ToastAsync(
            bot, ACardAction.On(card).Sending(new JsonObject { ["action"] = "reason", ["answer_id"] = AnswerId(card) }).Filling(form));
    }

    [Fact]
    public async Task The_asker_gets_the_answer_in_other_words_on_a_card_of_its_own_once()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);
        (await PressAsync(bot, card, "regenerate", Somebody)).ShouldBe("只有提问的人可以这样做。");

        Model.Then(ModelReply.Says("干满一年，就有十天的年假。[1]").ToAStream());
        (await PressAsync(bot, card, "regenerate")).ShouldBe("好的，换个说法再答一次。");

        var again = await Platform.CardFinishedAsync(card.Message.MessageId);
        again.Answer.ShouldContain("干满一年");
        Model.Requests[^1].User.ShouldContain("换个说法");
        Model.Requests[^1].User.ShouldContain("入职满一年者，年假十天。");
        Now(card).Button("regenerate").ShouldSatisfyAllConditions(button => button.Text.ShouldBe("✓ 换个说法"), button => button.IsDisabled.ShouldBeTrue());
        Now(card).Answer.ShouldBe(card.Answer);

        (await PressAsync(bot, card, "regenerate")).ShouldBe("这一步已经做过了。");
        await IdleAsync(bot);
        Platform.RepliesTo(card.Message.MessageId).Count.ShouldBe(1);
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).ShouldHaveSingleItem().Answer.ShouldContain("干满一年");
    }

    [Fact]
    public async Task A_question_on_the_card_is_asked_by_whoever_presses_it_once()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);

        Model.Then(ModelReply.Says("病假有哪些规定？").ToAPlainCall(), ModelReply.Says("需要医院证明。[1]").ToAStream());
        (await PressAsync(bot, card, "next_0", Somebody)).ShouldBe("好的，正在回答这个问题。");

        var answer = await Platform.CardFinishedAsync(card.Message.MessageId);
        answer.Answer.ShouldContain("医院证明");
        answer.AllText.ShouldContain(Suggestion);
        Now(card).Button("next_0").ShouldSatisfyAllConditions(button => button.Text.ShouldStartWith("✓"), button => button.IsDisabled.ShouldBeTrue());
        (await PressAsync(bot, card, "next_0")).ShouldBe("这一步已经做过了。");
        await IdleAsync(bot);
        Platform.RepliesTo(card.Message.MessageId).Count.ShouldBe(1);
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).Select(turn => turn.Question).ShouldBe(["年假有几天？", Suggestion]);
    }

    [Fact]
    public async Task A_new_topic_forgets_the_conversation_once()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);
        (await PressAsync(bot, card, "new_topic", Somebody)).ShouldBe("只有提问的人可以这样做。");
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).Count.ShouldBe(1);

        (await PressAsync(bot, card, "new_topic")).ShouldBe("好的，我们重新开始。");
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).ShouldBeEmpty();
        Now(card).Button("new_topic").ShouldSatisfyAllConditions(button => button.Text.ShouldBe("✓ 新话题"), button => button.IsDisabled.ShouldBeTrue());

        await AnsweredAsync(bot, InGroup);
        (await PressAsync(bot, card, "new_topic")).ShouldBe("这一步已经做过了。");
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_asker_stops_the_answer_and_its_card_is_finished_with_what_was_written()
    {
        var bot = await StartKnowingLeaveAsync();
        var (message, shown) = await StreamingAsync(bot, InGroup);

        (await PressAsync(bot, shown, "stop", Somebody)).ShouldBe("只有提问的人可以这样做。");
        (await ToastAsync(bot, ACardAction.On(shown).InChat(AMessage.SomeDirectChat).Pressing(shown.Button("stop")))).ShouldBe("这个按钮已失效。");
        (await PressAsync(bot, shown, "stop")).ShouldBe("好的，正在停止。");

        var card = await Platform.CardFinishedAsync(message.MessageId);
        card.Answer.ShouldContain("年假十天");
        card.Answer.ShouldContain("已停止");
        card.Buttons.ShouldContain(button => button.ElementId == "vote_up");
        Model.Abandoned.ShouldBe(1);
        await IdleAsync(bot);
        (await ToastAsync(bot, ACardAction.On(card).Pressing(shown.Button("stop")))).ShouldBe("这条回答已经写完了。");
    }

    [Fact]
    public async Task In_a_direct_chat_an_answer_is_stopped_before_a_word_of_it_was_written()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.NeverAnswers());
        var message = Direct.Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);
        await Eventually.TrueAsync(() => Model.Requests.Count == 1);
        var shown = Platform.CardNow(Platform.RepliesTo(message.MessageId).ShouldHaveSingleItem().MessageId);

        (await PressAsync(bot, shown, "stop")).ShouldBe("好的，正在停止。");

        (await Platform.CardFinishedAsync(message.MessageId)).Answer.ShouldContain("还没有写出答案");
        await Eventually.TrueAsync(() => Model.Abandoned == 1);
    }

    [Fact]
    public async Task Pitfall_27_A_card_is_closed_however_its_answer_ends()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(
            ModelReply.Says("年假十天。[1]"),
            ModelReply.SaysInPieces("年假", "十天。[1]").CuttingOffAfter(1),
            ModelReply.SaysInPieces("年假十天。[1]", "还有").StallingAfter(1));

        var finished = await bot.AskAsync(Direct.Saying("年假有几天？"));
        var broken = await bot.AskAsync(InGroup.Saying("年假有几天？"));
        var asked = AMessage.InGroup("oc_000000000000000000000000000000c2").MentioningBot().Saying("年假有几天？");
        var stopped = await SeeAsync(bot, asked);
        await PressAsync(bot, stopped, "stop");
        await Platform.CardFinishedAsync(asked.MessageId);

        foreach (var card in new[] { finished, broken, stopped }.Select(Now))
        {
            card.Entity.ShouldNotBeNull().IsStreaming.ShouldBeFalse();
            card.Summary.ShouldNotBeNull().ShouldNotContain("检索");
            card.Buttons.ShouldNotContain(button => button.ElementId == "stop");
        }
    }

    [Fact]
    public async Task Pitfall_28_A_click_on_a_card_that_streams_changes_nothing_on_it()
    {
        var bot = await StartKnowingLeaveAsync();
        var (_, shown) = await StreamingAsync(bot, Direct);
        var before = Now(shown).Json.ToJsonString();
        string[] actions = ["feedback", "regenerate", "new_topic", "ask"];

        foreach (var action in actions)
        {
            var value = new JsonObject { ["action"] = action, ["answer_id"] = AnswerId(shown), ["vote"] = "up", ["question"] = Suggestion };
            (await ToastAsync(bot, ACardAction.On(shown).Sending(value))).ShouldBe("答案还没写完，请稍等。");
        }

        Now(shown).Json.ToJsonString().ShouldBe(before);
        await PressAsync(bot, shown, "stop");
    }

    [Fact]
    public async Task A_forged_click_does_nothing_but_a_toast_that_says_so()
    {
        var bot = await StartKnowingLeaveAsync();
        var (card, other) = (await AnsweredAsync(bot, InGroup), await AnsweredAsync(bot, Direct));
        var before = Now(card).Json.ToJsonString();
        JsonNode[] values =
        [
            "up", 7, true, new JsonArray("feedback"), new JsonObject(), new JsonObject { ["action"] = 7 }, new JsonObject { ["action"] = "feedback" },
            Value("erase"), Value("feedback"), Value("feedback", vote: "sideways"), Value("ask"), Value("ask", question: "工资是多少？"),
            Value("reason"), new JsonObject { ["action"] = "stop", ["answer_id"] = new JsonObject() }, Value("feedback", id: new string('a', 5_000)),
        ];

        foreach (var value in values)
            (await ToastAsync(bot, ACardAction.On(card).Sending(value))).ShouldNotBeNullOrEmpty();
        (await ToastAsync(bot, ACardAction.On(other).Pressing(card.Button("vote_up")))).ShouldBe("这个按钮已失效。");
        (await ToastAsync(bot, ACardAction.On(card).InChat(AMessage.SomeDirectChat).Pressing(card.Button("vote_up")))).ShouldBe("这个按钮已失效。");
        (await ToastAsync(bot, ACardAction.On("om_x1", AMessage.SomeGroup).Pressing(card.Button("vote_up")))).ShouldBe("这个按钮已失效。");

        Now(card).Json.ToJsonString().ShouldBe(before);
        (await bot.Service<AnswerMarks>().VotesAsync(AnswerId(card))).ShouldBeEmpty();
        (await bot.Service<EventInbox>().ReadDepthAsync()).Pending.ShouldBe(0);

        JsonObject Value(string action, string? vote = null, string? question = null, string? id = null) =>
            new() { ["action"] = action, ["answer_id"] = id ?? AnswerId(card), ["vote"] = vote, ["question"] = question };
    }

    [Fact]
    public async Task A_toast_speaks_the_cards_language_to_a_client_that_speaks_neither()
    {
        var bot = await StartAsync();
        await bot.KnowsAsync("leave", "Handbook", "## Annual leave\nTen days of annual leave a year.");
        Model.Then(ModelReply.Says("Ten days. [1]").ToAStream());
        var card = await bot.AskAsync(Direct.Saying("How many days of annual leave are there?"));
        await IdleAsync(bot);

        using var response = await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("vote_up")));

        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["toast"]!["content"]!.GetValue<string>().ShouldBe("Thank you, your feedback is recorded.");
    }

    [Fact]
    public async Task A_stale_click_does_nothing_but_a_toast_that_says_so()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);
        await bot.Service<AnswerStore>().ForgetAsync(AnswerId(card));

        foreach (var button in new[] { "vote_up", "vote_down", "regenerate", "new_topic", "next_0" })
            (await PressAsync(bot, card, button)).ShouldBe("这条回答已过期，请重新提问。");
        Now(card).Json.ToJsonString().ShouldBe(card.Json.ToJsonString());
    }

    [Fact]
    public async Task Somebody_from_outside_cannot_press_what_is_only_for_the_tenant()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);

        foreach (var button in new[] { "vote_up", "next_0" })
        {
            (await ToastAsync(bot, ACardAction.On(card).By(Somebody).OfTenant("another-tenant").Pressing(card.Button(button))))
                .ShouldBe("这条回答只面向本企业成员。");
        }

        Now(card).Json.ToJsonString().ShouldBe(card.Json.ToJsonString());
    }

    [Fact]
    public async Task A_clicked_question_is_searched_with_what_its_readers_may_see_now()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);
        Model.Otherwise = _ => ModelReply.Says("""{"question":"病假有哪些规定？","phrasings":[],"language":"zh"}""");
        await bot.AskAsync(InGroup.From(Somebody).OfTenant("another-tenant").Saying("病假有几天？"));

        await PressAsync(bot, card, "next_0");

        var answer = await Platform.CardFinishedAsync(card.Message.MessageId);
        answer.AllText.ShouldNotContain("医院证明");
        answer.AllText.ShouldNotContain("员工手册");
    }

    [Fact]
    public async Task A_replayed_click_turns_nothing_back()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);
        var up = ACardAction.On(card).Pressing(card.Button("vote_up"));
        await ToastAsync(bot, up);
        await PressAsync(bot, card, "vote_down");

        (await ToastAsync(bot, up)).ShouldBe("这一步已经做过了。");

        (await bot.Service<AnswerMarks>().VotesAsync(AnswerId(card))).ShouldBe(new Dictionary<string, string> { [AMessage.SomeUser] = "down" });
    }

    [Fact]
    public async Task A_question_that_is_pressed_many_times_at_once_is_answered_once()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, InGroup);
        Model.Otherwise = request => ModelReply.Says(request.Stream ? "需要医院证明。[1]" : "病假有哪些规定？");
        var click = ACardAction.On(card).Pressing(card.Button("next_0"));

        await Task.WhenAll(new[] { click, click, click.InAnotherEvent(), click.InAnotherEvent().By(Somebody) }.Select(again => ToastAsync(bot, again)));

        await Platform.CardFinishedAsync(card.Message.MessageId);
        await IdleAsync(bot);
        Platform.RepliesTo(card.Message.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_promised_by_a_toast_is_done_although_the_process_ends()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);
        await StopAsync(bot);
        var accepting = await StartAsync("--Inbox:Parallelism=0");
        await PressAsync(accepting, card, "regenerate");
        await StopAsync(accepting);

        Model.Then(ModelReply.Says("干满一年，就有十天的年假。[1]").ToAStream());
        await StartAsync();

        (await Platform.CardFinishedAsync(card.Message.MessageId)).Answer.ShouldContain("干满一年");
    }

    [Fact]
    public async Task The_sources_command_means_the_answer_in_other_words_once_there_is_one()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天，病假三十天。[1]").ToAStream(), ModelReply.Says("病假三十天，年假十天。[2]").ToAStream());
        var card = await bot.AskAsync(Direct.Saying("年假和病假分别有几天？"));
        await IdleAsync(bot);
        var before = await SourcesAsync();
        await PressAsync(bot, card, "regenerate");
        await Platform.CardFinishedAsync(card.Message.MessageId);
        await IdleAsync(bot);

        (await SourcesAsync()).ShouldNotBe(before);

        async Task<string> SourcesAsync()
        {
            var command = Direct.Saying("/sources");
            await bot.Delivery.SendAsync(command);
            return (await Platform.NextReplyAsync(command.MessageId)).Content;
        }
    }

    [Fact]
    public async Task Nothing_is_kept_of_the_other_words_that_were_written_when_their_question_was_recalled()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天，共计八十小时。[1]"), ModelReply.SaysInPieces("一年十天，", "也就是", "八十小时。[1]").Pausing(TimeSpan.FromMilliseconds(40)));
        var message = Direct.Saying("我的年假还剩几天？");
        var card = await bot.AskAsync(message);
        await IdleAsync(bot);
        await PressAsync(bot, card, "regenerate");
        await Eventually.TrueAsync(() => Model.Requests.Count >= 2);

        await bot.Delivery.RecallAsync(message);

        await IdleAsync(bot);
        (await StoreContents.WhereAsync(bot, "八十小时")).ShouldBeEmpty();
        (await StoreContents.WhereAsync(bot, "我的年假还剩几天")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_kept_of_the_other_words_for_a_question_that_is_recalled()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天，共计八十小时。[1]"), ModelReply.Says("一年十天，也就是八十小时。[1]"));
        var message = Direct.Saying("我的年假还剩几天？");
        var card = await bot.AskAsync(message);
        await IdleAsync(bot);
        await PressAsync(bot, card, "vote_up");
        await PressAsync(bot, card, "regenerate");
        await Platform.CardFinishedAsync(card.Message.MessageId);
        await IdleAsync(bot);
        (await StoreContents.WhereAsync(bot, "八十小时")).Count.ShouldBeGreaterThan(1);

        await bot.Delivery.RecallAsync(message);

        (await StoreContents.WhereAsync(bot, "八十小时")).ShouldBeEmpty();
        (await StoreContents.WhereAsync(bot, "我的年假还剩几天")).ShouldBeEmpty();
        (await PressAsync(bot, card, "vote_down")).ShouldBe("这条回答已过期，请重新提问。");
    }

    [Fact]
    public async Task Without_the_card_scope_the_ordinary_card_shows_what_was_pressed()
    {
        Platform.CardKitScope = false;
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);

        await PressAsync(bot, card, "vote_up");

        Now(card).Button("vote_up").Text.ShouldBe("👍 1");
    }

    private protected static AMessage InGroup => AMessage.InGroup().MentioningBot();

    private protected static AMessage Direct => AMessage.InDirectChat();

    private protected async Task<FinishedCard> AnsweredAsync(Bot bot, AMessage message)
    {
        Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]").ToAStream());
        var card = await bot.AskAsync(message.Saying("年假有几天？"));
        await IdleAsync(bot);
        card.Buttons.ShouldContain(button => button.ElementId == "next_0" && button.Text.Contains("病假", StringComparison.Ordinal));
        return card;
    }

    private protected async Task<(AMessage Message, FinishedCard Shown)> StreamingAsync(Bot bot, AMessage message)
    {
        Model.Then(ModelReply.SaysInPieces("年假十天。[1]", "还有").StallingAfter(1));
        var asked = message.Saying("年假有几天？");
        return (asked, await SeeAsync(bot, asked));
    }

    /// <summary>Asks, and waits for the first words of the answer.</summary>
    private async Task<FinishedCard> SeeAsync(Bot bot, AMessage message)
    {
        var before = Frames();
        (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        await Platform.WaitForAsync(() => Frames() > before ? Platform : null, "the first words of an answer");
        return Platform.CardNow(Platform.RepliesTo(message.MessageId).ShouldHaveSingleItem().MessageId);

        int Frames() => Platform.Calls.Count(call => call.Path.EndsWith("/content", StringComparison.Ordinal));
    }

    private protected static Task IdleAsync(Bot bot) =>
        Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

    private protected FinishedCard Now(FinishedCard card) => Platform.CardNow(card.Message.MessageId);

    private protected static string AnswerId(FinishedCard card) =>
        card.Buttons.Select(button => button.Value?["answer_id"]).OfType<JsonNode>().First().GetValue<string>();

    private protected static Task<string> PressAsync(Bot bot, FinishedCard card, string elementId, string by = AMessage.SomeUser) =>
        ToastAsync(bot, ACardAction.On(card).By(by).Pressing(card.Button(elementId)));

    /// <summary>Every answer to a click is a toast in both languages, well within the three seconds that the platform waits.</summary>
    private protected static async Task<string> ToastAsync(Bot bot, ACardAction action)
    {
        var waiting = Stopwatch.StartNew();
        using var response = await bot.Delivery.ClickAsync(action);
        waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        var toast = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["toast"]!;
        toast["i18n"]!["en_us"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        return toast["i18n"]!["zh_cn"]!.GetValue<string>();
    }
}
