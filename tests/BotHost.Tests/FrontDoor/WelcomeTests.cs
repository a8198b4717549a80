using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Welcome;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class WelcomeTests(string redis) : FrontDoor(redis)
{
    private readonly HashSet<string> seen = [];

    private FeishuPlatformOptions App => Platform.Options;

    [Fact]
    public async Task A_group_is_greeted_once_with_what_to_do_and_three_questions_its_readers_may_ask()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.KnowsAsync("secret", "机密名单", "## 涨薪名单\n只有两个人。", new { users = new[] { "ou_0000000000000000000000000000bbbb" } });

        await SendAsync(bot, AnEvent.BotAdded(App));
        var card = await NextFromBotAsync(AMessage.SomeGroup);
        // Another bot comes: the event does not say which.
        await SendAsync(bot, AnEvent.BotAdded(App));
        await SendAsync(bot, AnEvent.BotAdded(App, "oc_other"));
        await NextFromBotAsync("oc_other");

        FromBot(AMessage.SomeGroup).Count.ShouldBe(1);
        card.Content.ShouldContain("@我");
        card.Content.ShouldContain("/help");
        var asks = Buttons(card);
        asks.Count.ShouldBe(3);
        asks.ShouldAllBe(value => (string?)value["action"] == "ask");
        card.Content.ShouldContain("员工手册");
        card.Content.ShouldNotContain("机密名单");
        card.Content.ShouldNotContain("涨薪名单");
    }

    [Fact]
    public async Task An_example_on_the_card_can_be_checked_when_it_is_clicked()
    {
        var bot = await StartKnowingLeaveAsync();
        await SendAsync(bot, AnEvent.BotAdded(App));
        var ask = Buttons(await NextFromBotAsync(AMessage.SomeGroup))[0];

        var offer = (await bot.Service<Offers>().FindAsync((string)ask["answer_id"]!)).ShouldNotBeNull();

        var question = (string)ask["question"]!;
        offer.Allows(question, AMessage.SomeGroup, "ou_anybody").ShouldBeTrue();
        offer.Allows(question, "oc_elsewhere", "ou_anybody").ShouldBeFalse();
        offer.Allows("随便什么问题？", AMessage.SomeGroup, "ou_anybody").ShouldBeFalse();
    }

    [Fact]
    public async Task The_examples_of_a_group_with_outsiders_are_what_everyone_may_read()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.KnowsAsync("public", "开放日", "## 时间\n每月第一个周六。", "everyone");

        await SendAsync(bot, AnEvent.BotAdded(App, isExternal: true));

        var card = await NextFromBotAsync(AMessage.SomeGroup);
        card.Content.ShouldContain("开放日");
        card.Content.ShouldNotContain("员工手册");
    }

    [Fact]
    public async Task An_example_is_found_behind_hundreds_of_documents_that_are_for_others()
    {
        var bot = await StartAsync();
        var others = Enumerable.Range(0, 205).Select(number => JsonSerializer.Serialize(
            new { id = $"secret-{number}", title = $"机密 {number}", markdown = "只有两个人。", audience = new { users = new[] { "ou_0000000000000000000000000000bbbb" } } }));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/knowledge/documents:batch")
        {
            Headers = { Authorization = new("Bearer", Bot.EditorKey) },
            Content = new StringContent(string.Join('\n', others), Encoding.UTF8, "application/x-ndjson"),
        };
        using var response = await bot.Http.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldContain("secret-204");
        await bot.KnowsAsync("public", "开放日", "## 时间\n每月第一个周六。", "everyone");

        await SendAsync(bot, AnEvent.BotAdded(App));

        var card = await NextFromBotAsync(AMessage.SomeGroup);
        card.Content.ShouldContain("开放日");
        card.Content.ShouldNotContain("机密");
    }

    [Fact]
    public async Task Where_nothing_tells_the_language_the_card_speaks_both_and_a_knowledge_base_without_anything_offers_nothing()
    {
        var bot = await StartAsync();

        await SendAsync(bot, AnEvent.BotAdded(App, name: "R&D"));

        var card = await NextFromBotAsync(AMessage.SomeGroup);
        card.Content.ShouldContain("知识库");
        card.Content.ShouldContain("mention me");
        Buttons(card).ShouldBeEmpty();
    }

    [Fact]
    public async Task Removal_ends_what_was_said_in_the_group_and_its_threads_and_coming_back_greets_again()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        await SendAsync(bot, AnEvent.BotAdded(App));
        await NextFromBotAsync(AMessage.SomeGroup);
        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));
        Platform.Hold(AMessage.InGroup().WithId("om_root_omt_000000000001").Saying("假期"));
        await bot.AskAsync(AMessage.InGroup().InThread().MentioningBot().Saying("病假有几天？"));

        await SendAsync(bot, AnEvent.BotRemoved(App));
        await Eventually.TrueAsync(async () =>
            (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeGroup)).Count == 0
            && (await bot.Service<ConversationStore>().ReadAsync($"{AMessage.SomeGroup}:omt_000000000001")).Count == 0);

        await SendAsync(bot, AnEvent.BotAdded(App));
        await Platform.WaitForAsync(() => FromBot(AMessage.SomeGroup).Count(IsGreeting) == 2 ? this : null, "a second greeting");
        var card = await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));
        card.Answer.ShouldContain("十天");
    }

    [Fact]
    public async Task Removal_forgets_a_file_of_a_thread_about_which_nothing_was_asked_yet()
    {
        var bot = await StartAsync();
        var file = AMessage.InGroup().InThread().WithContent("file", new JsonObject { ["file_key"] = "f_1", ["file_name"] = "门禁.md" });
        Platform.Hold(file);
        Platform.HoldResource(file.MessageId, "f_1", "file", "机房门禁密码找王工领取。"u8.ToArray());
        var reading = AMessage.InGroup().InThread().MentioningBot().ReplyingTo(file.MessageId);
        await bot.Delivery.SendAsync(reading);
        (await Platform.NextReplyAsync(reading.MessageId)).Content.ShouldContain("已读《门禁.md》");
        (await StoreContents.WhereAsync(bot, "王工")).ShouldNotBeEmpty();

        await SendAsync(bot, AnEvent.BotRemoved(App));

        await Eventually.TrueAsync(async () => (await StoreContents.WhereAsync(bot, "王工")).Count == 0);
    }

    [Fact]
    public async Task What_waits_in_a_group_is_dropped_without_a_call_when_the_bot_is_removed()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]").Pausing(TimeSpan.FromSeconds(1));
        var running = AMessage.InGroup().MentioningBot().Saying("年假有几天？");
        var waiting = AMessage.InGroup().MentioningBot().Saying("病假有几天？");
        await bot.Delivery.SendAsync(running);
        await Platform.NextReplyAsync(running.MessageId);
        await bot.Delivery.SendAsync(waiting);

        await Task.Delay(20);
        await SendAsync(bot, AnEvent.BotRemoved(App));
        var left = DateTimeOffset.UtcNow;
        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

        Platform.RepliesTo(waiting.MessageId).ShouldBeEmpty();
        // What was under way when the event came may still end; from then on there is silence.
        Platform.Calls.Where(call => call.At > left.AddSeconds(1)).ShouldBeEmpty();
        Platform.Calls.ShouldAllBe(call => call.Code != 230002);
    }

    [Fact]
    public async Task A_person_is_greeted_once_however_often_the_chat_is_opened()
    {
        var bot = await StartKnowingLeaveAsync();
        for (var entry = 0; entry < 3; entry++)
            await SendAsync(bot, AnEvent.ChatEntered(App));
        var message = AMessage.InDirectChat().Saying("/new");
        await bot.Delivery.SendAsync(message);
        await Platform.NextReplyAsync(message.MessageId);

        FromBot(AMessage.SomeDirectChat).Count(IsGreeting).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_greeting_whose_answer_is_lost_is_sent_once(bool takesEffect)
    {
        var bot = await StartAsync();
        Platform.FailNext("POST /open-apis/im/v1/messages", 5, new Fault { Status = 500, AfterEffect = takesEffect });

        await SendAsync(bot, AnEvent.ChatEntered(App));

        await Platform.WaitForAsync(() => Platform.Calls.Any(call => call.Path.EndsWith("/messages", StringComparison.Ordinal) && call.Code == 0) ? this : null, "a greeting", TimeSpan.FromSeconds(20));
        FromBot(AMessage.SomeDirectChat).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_greeting_that_cannot_be_sent_troubles_nobody()
    {
        var bot = await StartAsync();
        Platform.FailNext("POST /open-apis/im/v1/messages", count: 1, status: 400, code: 230018);

        await SendAsync(bot, AnEvent.BotAdded(App));
        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldBeEmpty();
        Platform.Calls.Count(call => call.Path.EndsWith("/messages", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_card_that_is_refused_is_said_in_words()
    {
        var bot = await StartAsync();
        Platform.FailNext("POST /open-apis/im/v1/messages", count: 1, status: 400, code: 230099);

        await SendAsync(bot, AnEvent.BotAdded(App));

        var text = await NextFromBotAsync(AMessage.SomeGroup);
        text.MessageType.ShouldBe("text");
        text.Content.ShouldContain("/help");
    }

    [Fact]
    public async Task The_menu_answers_the_person_and_acts_on_their_direct_chat()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        await SendAsync(bot, AnEvent.MenuChosen(App, "kb_sources"));
        (await NextFromBotAsync(AMessage.SomeDirectChat)).Content.ShouldContain("https://wiki.example.com/leave#");
        await SendAsync(bot, AnEvent.MenuChosen(App, "新话题"));
        (await NextFromBotAsync(AMessage.SomeDirectChat)).Content.ShouldContain("重新开始");
        (await bot.Service<ConversationStore>().ReadAsync(AMessage.SomeDirectChat)).ShouldBeEmpty();
        await SendAsync(bot, AnEvent.MenuChosen(App, "something_else"));
        Buttons(await NextFromBotAsync(AMessage.SomeDirectChat)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_menu_stops_the_answer_that_is_being_written()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]").StallingAfter(1);
        var question = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.Delivery.SendAsync(question);
        await Platform.NextReplyAsync(question.MessageId);

        await SendAsync(bot, AnEvent.MenuChosen(App, "stop"));

        await Platform.CardFinishedAsync(question.MessageId);
        FromBot(AMessage.SomeDirectChat).ShouldContain(message => message.Content.Contains("停下来", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_works_for_somebody_who_was_never_seen()
    {
        var bot = await StartAsync();

        await SendAsync(bot, AnEvent.MenuChosen(App, "sources", "ou_0000000000000000000000000000cccc"));

        await Platform.WaitForAsync(() => Platform.Messages.FirstOrDefault(message => message.FromBot && message.Content.Contains("还没有回答", StringComparison.Ordinal)), "an answer");
        Platform.Calls.ShouldContain(call => call.Query == "?receive_id_type=open_id");
    }

    [Fact]
    public async Task Reactions_and_events_of_the_old_kind_are_acknowledged_and_nothing_else()
    {
        var bot = await StartAsync();
        var before = Platform.Calls.Count;

        await SendAsync(bot, AnEvent.ReactionAdded(App, "om_x1"));
        await SendAsync(bot, AnEvent.ReactionAdded(App, "om_x1", byApp: true));
        await SendAsync(bot, AnEvent.FirstChat(App));

        (await bot.Service<EventInbox>().ReadDepthAsync()).Pending.ShouldBe(0);
        Platform.Calls.Skip(before).Where(call => call.Method != "GET" && !call.Path.Contains("token", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsGreeting(SentMessage message) => message.Content.Contains("我来帮", StringComparison.Ordinal);

    private static async Task SendAsync(Bot bot, JsonObject envelope) => (await bot.Delivery.SendAsync(envelope)).Accepted.ShouldBeTrue();

    private IReadOnlyList<SentMessage> FromBot(string chatId) => [.. Platform.SeenIn(chatId).Where(message => message.FromBot)];

    /// <summary>The first message of the bot in this chat that answers none and was not handed out before.</summary>
    private Task<SentMessage> NextFromBotAsync(string chatId) => Platform.WaitForAsync(
        () => FromBot(chatId).FirstOrDefault(message => message.ParentId is null && seen.Add(message.MessageId)), $"a message to {chatId}");

    private static List<JsonObject> Buttons(SentMessage card) =>
        [.. new FinishedCard(card, (JsonObject)JsonNode.Parse(card.Content)!, null).Buttons.Select(button => button.Value).OfType<JsonObject>()];
}
