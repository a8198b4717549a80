using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>How an answer is shown: in one card or several, and what becomes of a card that the platform does not take.</summary>
public sealed partial class ShowingTests() : FrontDoor(string.Empty)
{
    private const string Reply = "POST /open-apis/im/v1/messages/*/reply";
    private const string Finish = "PUT /open-apis/cardkit/v1/cards/*";
    private const int Paragraphs = 400;

    private static IEnumerable<string> TextsOf(IEnumerable<string> cards) => cards.Select(card =>
        JsonNode.Parse(card)!["body"]!["elements"]!.AsArray().Single(element => (string?)element!["element_id"] == FinishedCard.AnswerElement)!["content"]!.GetValue<string>());

    private static string LongAnswer => string.Join("\n\n", Enumerable.Range(0, Paragraphs).Select(number => $"第 {number} 条：年假十天，以员工手册为准，需要提前申请。[1]"));

    [Fact]
    public async Task Pitfall_26_An_answer_that_outgrows_a_card_goes_on_in_further_cards()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var cards = await AskAsync(bot, message);

        cards.Count.ShouldBeGreaterThan(1);
        Told(cards).ShouldBe(Enumerable.Range(0, Paragraphs));
        cards[0].Entity.ShouldNotBeNull("the first card streams");
        cards[..^1].ShouldAllBe(card => card.Buttons.Count == 0 && card.Element("sources") == null && card.TextOf("continues") != null);
        cards[1..].ShouldAllBe(card => card.Entity == null && card.TextOf("continued") != null && card.Answer.Contains("https://wiki.example.com/leave"));
        cards[^1].Element("sources").ShouldNotBeNull();
        cards[^1].Buttons.Select(button => button.ElementId).ShouldContain("vote_up");
    }

    [Fact]
    public async Task Replying_to_any_card_of_an_answer_continues_that_answer()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        var cards = await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"));

        // A card is in the chat a moment before its answer is known by it.
        foreach (var card in cards)
            await Eventually.TrueAsync(async () => (await bot.Service<AnswerStore>().FindByMessageAsync(card.Message.MessageId))?.Question == "年假有几天？");
    }

    [Fact]
    public async Task A_further_card_whose_sending_was_cut_off_is_there_once()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        Platform.FailNext(Reply, 1, new Fault { OnlyDelay = true });
        Platform.FailNext(Reply, 1, new Fault { Reset = true, AfterEffect = true });

        var cards = await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"));

        Told(cards).ShouldBe(Enumerable.Range(0, Paragraphs));
    }

    [Fact]
    public async Task The_next_attempt_goes_on_where_the_cards_ended()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:LongestRetryDelay=00:00:01");
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        Platform.FailNext(Reply, 2, new Fault { OnlyDelay = true });
        Platform.FailNext(Reply, count: 6, status: 500, code: 0);

        var cards = await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"), TimeSpan.FromSeconds(40));

        Told(cards).ShouldBe(Enumerable.Range(0, Paragraphs));
    }

    [Fact]
    public async Task Without_the_card_scope_a_long_answer_is_shown_in_several_cards_too()
    {
        Platform.CardKitScope = false;
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));

        Told(await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"))).ShouldBe(Enumerable.Range(0, Paragraphs));
    }

    [Theory]
    [InlineData(230099, "ErrCode: 11310; ErrMsg: card table number over limit; ", nameof(CardPlan.Plain))]
    [InlineData(230099, "ErrCode: 11310; ErrMsg: element exceeds the limit; ", nameof(CardPlan.Plain))]
    [InlineData(230099, "ErrCode: 200621; ErrMsg: parse card json err; ", nameof(CardPlan.Plain))]
    [InlineData(230099, "ErrCode: 100290; ErrMsg: invalid user; ", nameof(CardPlan.Bare))]
    [InlineData(300305, "element exceeds the limit", nameof(CardPlan.Plain))]
    [InlineData(300301, "duplicate element_id", nameof(CardPlan.Plain))]
    [InlineData(300313, "property update failed", nameof(CardPlan.Plain))]
    [InlineData(200860, "card too large", nameof(CardPlan.Plain))]
    [InlineData(230025, "too long", nameof(CardPlan.Plain))]
    [InlineData(230022, "sensitive", nameof(CardPlan.Notice))]
    [InlineData(230028, "audit", nameof(CardPlan.Notice))]
    public async Task What_the_platform_says_of_a_card_decides_what_is_shown_instead(int code, string message, string plan)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假**十天**。[1]"));
        Platform.FailNext(Finish, 1, new Fault { Status = 400, Code = code, Message = $"Failed to create card content, ext={message}" });

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        var given = await GivenAsync(bot, card);
        given.Plan.ToString().ShouldBe(plan);
        card.Answer.ShouldStartWith(given.Plan switch { CardPlan.Plain => "年假**十天**。[1]", CardPlan.Bare => "年假十天。", _ => "答案已经写好" });
        AnswerCard.Finished(given.Answer, CardState.Of(given))[^1].ToJson().ShouldBe(card.Json.ToJsonString(Readable), "a click must find the card as it is");
    }

    [Theory]
    [InlineData(true, 230099, "ErrCode: 11310; ErrMsg: card action is lock; ")]
    [InlineData(true, 200810, "the card is in an interaction")]
    [InlineData(false, 230099, "ErrCode: 11310; ErrMsg: card action is lock; ")]
    public async Task A_card_that_somebody_is_pressing_is_finished_a_moment_later(bool withScope, int code, string message)
    {
        Platform.CardKitScope = withScope;
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假**十天**。[1]"));
        Platform.FailNext(withScope ? Finish : "PATCH /open-apis/im/v1/messages/*", 2, new Fault { Status = 400, Code = code, Message = $"ext={message}" });

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        card.Answer.ShouldStartWith("年假**十天**。<number_tag");
    }

    [Fact]
    public async Task A_notice_for_a_refused_card_ends_the_answer()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        Platform.FailNext(Finish, 1, new Fault { Status = 400, Code = 230028, Message = "audit" });

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        (await bot.AskAsync(message)).Answer.ShouldStartWith("答案已经写好");

        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    /// <summary>A stream that died is repaired on the card that is there, never by a second one.</summary>
    [Theory]
    [InlineData(200850)]
    [InlineData(300309)]
    [InlineData(300313)]
    public async Task Pitfall_22_A_stream_that_died_ends_on_the_same_card(int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.SaysInPieces("年假", "十天。", "[1]").Pausing(TimeSpan.FromSeconds(1)));
        Platform.FailNext("PUT /open-apis/cardkit/v1/cards/*/elements/*/content", 100, 400, code);
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        var card = await bot.AskAsync(message);

        card.Answer.ShouldStartWith("年假十天。<number_tag");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Code == code).ShouldBe(1, "a dead stream is not tried again");
    }

    /// <summary>Each frame goes on from the one before, and the stream is closed with a summary of the answer.</summary>
    [Fact]
    public async Task Pitfall_29_What_is_typed_is_only_added_to_and_closed_at_the_end()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.SaysInPieces("# 年假\n\n* 满", "一年者，**年", "假", "十天**。[1]\n\n```python\nprint", "(10)\n```\n").Pausing(TimeSpan.FromSeconds(0.7)));

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        card.Frames.Count.ShouldBeGreaterThan(1);
        card.Frames.Zip(card.Frames.Skip(1)).ShouldAllBe(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
        card.Entity!.IsStreaming.ShouldBeFalse();
        var settings = card.Entity.History.Single(operation => operation.Kind == "settings");
        JsonNode.Parse(JsonNode.Parse(settings.Body)!["settings"]!.GetValue<string>())!["config"]!["summary"]!["content"]!.GetValue<string>()
            .ShouldContain("年假 满一年者，年假十天。");
        card.Entity.History[^1].Sequence.ShouldBeGreaterThan(settings.Sequence, "the buttons come when the stream is off");
    }

    [Fact]
    public async Task Without_the_card_scope_the_text_grows_on_the_ordinary_card()
    {
        Platform.CardKitScope = false;
        var bot = await StartKnowingLeaveAsync("--Cards:FirstInterval=00:00:00.3", "--Cards:Growth=1");
        Model.Then(ModelReply.Says("入职满一年者，年假十天，以工作日计算，需要提前三天申请。[1]").Cut(3).Pausing(TimeSpan.FromMilliseconds(150)));

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var card = await bot.AskAsync(message);

        var frames = TextsOf(card.Message.Replaced).Where(text => text.Length > 0).ToList();
        frames.Count.ShouldBeGreaterThan(1);
        frames.Zip(frames.Skip(1)).ShouldAllBe(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
        card.Answer.ShouldStartWith(frames[^1].TrimEnd('[', '1', ']'));
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.ShouldAllBe(call => call.Code == 0 || call.Path.EndsWith("/cards", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_an_update_of_an_ordinary_card_that_was_cut_off_only_the_finished_card_comes()
    {
        Platform.CardKitScope = false;
        var bot = await StartKnowingLeaveAsync("--Cards:FirstInterval=00:00:00.3", "--Cards:Growth=1");
        Model.Then(ModelReply.Says("入职满一年者，年假十天，以工作日计算。[1]").Cut(3).Pausing(TimeSpan.FromMilliseconds(150)));
        Platform.ResetNext("PATCH /open-apis/im/v1/messages/*");

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        card.Message.Replaced.Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Method == "PATCH").ShouldBe(2);
    }

    [Fact]
    public async Task Pitfall_21_All_operations_on_a_card_share_one_counter_that_outlives_the_process()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.SaysInPieces("年假", "十天。[1]", "还有").Pausing(TimeSpan.FromSeconds(0.7)).StallingAfter(2), ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(message);
        await Platform.WaitForAsync(() => Platform.Calls.Count(call => call.Path.EndsWith("/content", StringComparison.Ordinal)) > 1 ? Platform : null, "two frames");

        await StopAsync(bot);
        await StartAsync();
        var card = await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(20));

        var history = card.Entity!.History;
        history.Select(operation => operation.Kind).Distinct().ShouldBe(["content", "settings", "update"]);
        history[0].Sequence.ShouldBe(1);
        history.Zip(history.Skip(1)).ShouldAllBe(pair => pair.First.Sequence < pair.Second.Sequence);
        Platform.Calls.ShouldNotContain(call => call.Code == 300317);
    }

    [Theory]
    [InlineData(200, 300309)]
    [InlineData(400, 200850)]
    [InlineData(200, 10002)]
    public async Task Pitfall_22_A_stream_that_cannot_be_closed_is_ended_by_the_finished_card(int status, int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        Platform.FailNext("PATCH /open-apis/cardkit/v1/cards/*/settings", 100, status, code);

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        card.Answer.ShouldContain("年假十天");
        card.Entity!.IsStreaming.ShouldBeFalse();
        Platform.Calls.Count(call => call.Code == code).ShouldBe(1);
    }

    [Theory]
    [InlineData(200, 10002)]
    [InlineData(400, 300309)]
    public async Task Pitfall_22_An_answer_is_not_given_before_the_platform_has_taken_its_card(int status, int code)
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:LongestRetryDelay=00:00:01");
        Model.Then(ModelReply.Says("年假十天。[1]"));
        Platform.FailNext(Finish, 2, status, code);
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        (await bot.AskAsync(message)).Answer.ShouldContain("年假十天");

        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Code == code).ShouldBe(2);
    }

    [Fact]
    public async Task Pitfall_23_Once_a_card_is_in_the_chat_it_is_repaired_and_no_second_answer_is_sent()
    {
        var bot = await StartKnowingLeaveAsync("--Inbox:LongestRetryDelay=00:00:01");
        Model.Then(ModelReply.SaysInPieces("年假", "十天。", "[1]").Pausing(TimeSpan.FromSeconds(0.5)));
        Platform.FailNext("PUT /open-apis/cardkit/v1/cards/*/elements/*/content", 100, 400, 10002);
        Platform.FailNext(Finish, 6, 500, 0);
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        var card = await bot.AskAsync(message, TimeSpan.FromSeconds(30));

        card.Answer.ShouldStartWith("年假十天。<number_tag");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(300305)]
    [InlineData(300313)]
    public async Task Pitfall_24_A_refused_first_card_loses_and_repeats_nothing_of_what_follows(int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        Platform.FailNext(Finish, 1, 400, code);

        Told(await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"))).ShouldBe(Enumerable.Range(0, Paragraphs));

        Platform.Calls.Count(call => call.Code == code).ShouldBe(1);
    }

    [Fact]
    public async Task Pitfall_24_A_refused_further_card_loses_and_repeats_nothing()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says(LongAnswer).Cut(200));
        Platform.FailNext(Reply, 1, new Fault { OnlyDelay = true });
        Platform.FailNext(Reply, 1, new Fault { Status = 400, Code = 230099, Message = "ext=ErrCode: 11310; ErrMsg: element exceeds the limit; " });

        Told(await AskAsync(bot, AMessage.InDirectChat().Saying("年假有几天？"))).ShouldBe(Enumerable.Range(0, Paragraphs));
    }

    [Fact]
    public async Task Pitfall_32_A_mention_in_a_document_or_in_an_answer_reaches_nobody()
    {
        var bot = await StartAsync();
        await bot.KnowsAsync("duty", "值班表", "## 值班电话\n\n<at id=all></at>值班电话是 8000。");
        Model.Then(ModelReply.Says("<at id=all></at>值班电话是 8000。[1] <at user_id=\"all\">所有人</at>"));

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("值班电话是多少？"));

        card.Answer.ShouldContain("8000");
        card.Answer.ShouldNotContain("<at", Case.Insensitive);
        Platform.Mentions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, 99991663)]
    [InlineData(401, 99991663)]
    [InlineData(200, 99991400)]
    [InlineData(400, 99991400)]
    [InlineData(200, 230020)]
    [InlineData(200, 300120)]
    public async Task Pitfall_36_A_failure_is_known_by_its_code_whatever_the_status(int status, int code)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        Platform.FailNext(Reply, 1, status, code, new Dictionary<string, string> { ["x-ogw-ratelimit-reset"] = "1" });
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        (await bot.AskAsync(message)).Answer.ShouldContain("年假十天");

        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Path.EndsWith("/reply", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Pitfall_36_A_refusal_for_good_is_one_with_either_status(int status)
    {
        var bot = await StartKnowingLeaveAsync();
        Platform.FailNext(Reply, 1, status, 230011);
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        await bot.Delivery.SendAsync(message);

        await Eventually.TrueAsync(() => Platform.Calls.Any(call => call.Code == 230011));
        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
        Platform.Calls.Count(call => call.Path.EndsWith("/reply", StringComparison.Ordinal)).ShouldBe(1);
        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_an_answer_is_written_it_can_be_stopped_by_a_button()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        var card = await bot.AskAsync(message);

        var created = Platform.Calls.Single(call => call.Path.EndsWith("/cards", StringComparison.Ordinal));
        created.Body.ShouldContain(AnswerStore.IdFor(message.MessageId));
        created.Body.ShouldContain("stop");
        card.Element("stop").ShouldBeNull("there is nothing to stop on a finished card");
        card.Summary.ShouldBe("年假十天。");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer as it is kept once its card is shown.</summary>
    private static async Task<GivenAnswer> GivenAsync(Bot bot, FinishedCard card)
    {
        GivenAnswer? given = null;
        await Eventually.TrueAsync(async () =>
            (given = await bot.Service<AnswerStore>().FindByMessageAsync(card.Message.MessageId)) is not null && given.Plan != CardPlan.Rich);
        return given!;
    }

    private async Task<List<FinishedCard>> AskAsync(Bot bot, AMessage message, TimeSpan? timeout = null)
    {
        await bot.Delivery.SendAsync(message);
        return await Platform.WaitForAsync(
            () => Platform.FinishedCards(message.MessageId) is { Count: > 0 } cards && cards[^1].Element("sources") is not null ? cards.ToList() : null,
            "the last card of an answer",
            timeout ?? TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<int> Told(IEnumerable<FinishedCard> cards) =>
        cards.SelectMany(card => Numbered().Matches(card.Answer)).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"第 (\d+) 条")]
    private static partial Regex Numbered();
}
