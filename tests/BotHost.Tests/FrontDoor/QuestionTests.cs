using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class QuestionTests(string redis) : FrontDoor(redis)
{
    [Fact]
    public async Task A_question_is_answered_with_one_card_that_names_its_sources()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]").ToAStream());

        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var card = await bot.AskAsync(message);

        card.Answer.ShouldContain("年假十天");
        card.AllText.ShouldContain("员工手册");
        card.AllText.ShouldContain("https://wiki.example.com/leave#");
        card.AllText.ShouldContain("由 AI 生成，请核对来源");
        card.Summary.ShouldNotBeNull().ShouldStartWith("入职满一年者");
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_model_reads_a_passage_with_what_stands_around_it_and_people_are_shown_the_passage()
    {
        var bot = await StartKnowingLeaveAsync();
        var filler = string.Concat(Enumerable.Repeat("这一段讲的是办公用品的领取和登记。", 45));
        await bot.KnowsAsync("visa", "行政事务", $"## 办理须知\n\n商务签证的周期是十五个工作日。{filler}\n\n加急须部门负责人在系统里批准。{filler}");
        Model.Then(ModelReply.Says("十五个工作日，加急须部门负责人批准。[1]"));

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("商务签证的周期"));

        var prompt = Model.Requests.Single().Messages[^1].Content;
        prompt.ShouldContain("加急须部门负责人在系统里批准");
        prompt.Split("number=\"1\"")[1].Split("</passage")[0].ShouldContain("加急须部门负责人在系统里批准");
        card.AllText.ShouldContain("行政事务");
        card.AllText.ShouldNotContain("在系统里批准");
    }

    [Fact]
    public async Task Pitfall_01_A_question_is_acknowledged_before_the_model_says_a_word()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.NeverAnswers());
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        (await bot.Delivery.SendAsync(message)).ShouldSatisfyAllConditions(
            delivery => delivery.Accepted.ShouldBeTrue(), delivery => delivery.Attempts.ShouldBe(1));

        await Fixtures.Eventually.TrueAsync(() => Model.Requests.Count == 1);
        Platform.FinishedCards(message.MessageId).ShouldBeEmpty();
        await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying("停止"));
        await Platform.CardFinishedAsync(message.MessageId);
    }

    [Fact]
    public async Task Pitfall_02_An_event_that_comes_again_is_answered_once()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        await bot.Delivery.SendTwiceAsync(message);
        await Platform.CardFinishedAsync(message.MessageId);
        await bot.Delivery.SendAsync(message.InAnotherEvent());

        await SaysNothingMoreAsync(bot, message);
    }

    [Fact]
    public async Task Pitfall_02_An_event_that_comes_again_after_a_restart_is_known()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await bot.AskAsync(message);
        await StopAsync(bot);
        bot = await StartAsync();

        (await bot.Delivery.SendAsync(message.InAnotherEvent())).Accepted.ShouldBeTrue();

        await SaysNothingMoreAsync(bot, message);
    }

    [Fact]
    public async Task In_a_group_it_speaks_when_it_is_named_and_only_then()
    {
        var bot = await StartKnowingLeaveAsync();
        AMessage[] notForUs =
        [
            AMessage.InGroup().Saying("年假有几天？"),
            AMessage.InGroup().Mentioning("ou_0000000000000000000000000000bbbb", "李雷").Saying("年假有几天？"),
            AMessage.InGroup().MentioningAll().Saying("年假有几天？"),
            AMessage.InGroup().MentioningBot().FromAnotherBot().Saying("年假有几天？"),
        ];
        foreach (var message in notForUs)
        {
            (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        }

        Model.Then(ModelReply.Says("年假十天。[1]"));
        await bot.AskAsync(AMessage.InGroup().MentioningBot().Mentioning("ou_0000000000000000000000000000bbbb", "李雷").Saying("@_user_1 年假有几天？@_user_2 也想知道"));

        notForUs.ShouldAllBe(message => Platform.RepliesTo(message.MessageId).Count == 0);
        Model.Requests.Single().Messages[^1].Content.ShouldContain("@李雷 也想知道");
        Model.Requests.Single().Messages[^1].Content.ShouldNotContain("@_user");
    }

    [Fact]
    public async Task Pitfall_13_Until_the_bot_knows_itself_groups_are_silent_and_nobody_is_forgotten()
    {
        Platform.FailNext("GET /open-apis/bot/v3/info", count: 4);
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));

        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));

        Platform.Calls.Where(call => call.Path.EndsWith("/info", StringComparison.Ordinal)).First(call => call.Code == 0).At
            .ShouldBeLessThan(Platform.Calls.First(call => call.Path.EndsWith("/cards", StringComparison.Ordinal)).At);
    }

    [Fact]
    public async Task A_follow_up_is_understood_and_a_new_topic_forgets()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(
            ModelReply.Says("年假十天。[1]").ToAStream(),
            ModelReply.Says("病假有几天？").ToAPlainCall(),
            ModelReply.Says("每年不超过三十天。[1]").ToAStream(),
            ModelReply.Says("年假十天。[1]").ToAStream());

        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        var followUp = await bot.AskAsync(AMessage.InDirectChat().Saying("那病假呢？"));
        followUp.Answer.ShouldContain("三十天");

        var newTopic = AMessage.InDirectChat().Saying("/new");
        await bot.Delivery.SendAsync(newTopic);
        (await Platform.NextReplyAsync(newTopic.MessageId)).Content.ShouldContain("重新开始");
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
    }

    [Theory]
    [InlineData("/new 病假有几天？")]
    [InlineData("新话题：病假有几天？")]
    public async Task A_question_can_start_a_new_topic(string text)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]").ToAStream(), ModelReply.Says("每年不超过三十天。[1]").ToAStream());

        var first = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        var card = await bot.AskAsync(AMessage.InDirectChat().ReplyingTo(first.Message.MessageId).Saying(text));

        card.Answer.ShouldContain("三十天");
        var words = string.Concat(Model.Requests[^1].Messages.Select(message => message.Content));
        words.ShouldNotContain("年假有几天");
        words.ShouldNotContain(text);
    }

    [Fact]
    public async Task A_thread_has_a_context_of_its_own()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]").ToAStream(), ModelReply.Says("病假三十天。[1]").ToAStream());

        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));
        await bot.AskAsync(AMessage.InGroup().InThread().MentioningBot().Saying("病假有几天？"));
    }

    [Fact]
    public async Task Replying_to_an_old_card_continues_that_answer()
    {
        var bot = await StartKnowingLeaveAsync("--Conversation:Lifetime=00:00:01");
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        await Task.Delay(1200);

        Model.Then(ModelReply.Says("病假有几天？").ToAPlainCall(), ModelReply.Says("三十天。[1]").ToAStream());
        await bot.AskAsync(AMessage.InDirectChat().ReplyingTo(card.Message.MessageId).Saying("那病假呢？"));

        Model.Requests[1].Messages[^1].Content.ShouldContain("年假十天");
    }

    [Fact]
    public async Task Other_kinds_of_messages_get_one_polite_sentence()
    {
        var bot = await StartAsync();
        var image = AMessage.InDirectChat().WithContent("image", new() { ["image_key"] = "img_v3_0000_x" });

        await bot.Delivery.SendTwiceAsync(image);

        (await Platform.NextReplyAsync(image.MessageId)).Content.ShouldContain("文字");
        Platform.RepliesTo(image.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_question_in_two_chats_is_two_cards()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        var cards = await Task.WhenAll(
            bot.AskAsync(AMessage.InDirectChat("oc_0000000000000000000000000000e001").From("ou_0000000000000000000000000000e001").Saying("年假有几天？")),
            bot.AskAsync(AMessage.InDirectChat("oc_0000000000000000000000000000e002").From("ou_0000000000000000000000000000e002").Saying("年假有几天？")));

        cards.Select(card => card.Message.CardId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_knowledge_base_does_not_say_in_other_words_either_is_said_to_be_missing()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("""{"question":"明天火星上会下雨吗？","phrasings":["火星 天气预报"],"language":"zh"}""").ToAPlainCall());

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("明天火星上会下雨吗？"));

        card.Answer.ShouldContain("知识库里没有");
        Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outsider_in_a_group_does_not_see_what_is_the_tenants()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("""{"question":"年假有几天？","phrasings":["年假 天数"],"language":"zh"}""").ToAPlainCall());

        var card = await bot.AskAsync(AMessage.InGroup().OfTenant("another-tenant").MentioningBot().Saying("年假有几天？"));

        card.AllText.ShouldNotContain("员工手册");
        card.AllText.ShouldNotContain("年假十天");
    }

    [Fact]
    public async Task What_was_said_before_an_outsider_came_is_not_the_outsiders()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));
        var guest = AMessage.InGroup().OfTenant("another-tenant").From("ou_0000000000000000000000000000ffff").MentioningBot();
        var sources = guest.Saying("/sources");

        await bot.Delivery.SendAsync(sources);
        (await Platform.NextReplyAsync(sources.MessageId)).Content.ShouldNotContain("员工手册");
        var before = Model.Requests.Count;
        await bot.AskAsync(guest.WithId("om_guest").Saying("刚才说的再讲一遍？"));

        Model.Requests.Skip(before).ShouldAllBe(request => !request.User.Contains("十天", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("speaks")]
    [InlineData("is named")]
    [InlineData("was there before")]
    public async Task A_group_with_an_outsider_in_it_is_not_the_tenants_whoever_asks(string outsider)
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("""{"question":"年假有几天？","phrasings":["年假 天数"],"language":"zh"}""").ToAPlainCall());
        await bot.Delivery.SendAsync(outsider switch
        {
            "speaks" => AMessage.InGroup().OfTenant("another-tenant").From("ou_0000000000000000000000000000ffff").Saying("大家好").ToEvent(Platform.Options),
            "is named" => AMessage.InGroup().MentioningGuest("ou_0000000000000000000000000000ffff", "客人", "another-tenant").Saying("你好").ToEvent(Platform.Options),
            _ => AnEvent.BotAdded(Platform.Options, isExternal: true),
        });

        var card = await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));

        card.AllText.ShouldNotContain("员工手册");
        card.AllText.ShouldNotContain("年假十天");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_asker_is_told_of_a_message_that_cannot_be_read_where_it_was_surely_meant_for_the_bot(bool isDirect, int replies)
    {
        var bot = await StartAsync();
        var message = (isDirect ? AMessage.InDirectChat() : AMessage.InGroup()).Saying("年假有几天？");
        var malformed = message.ToEvent(Platform.Options);
        malformed["event"]!["message"]!["mentions"] = "x";

        (await bot.Delivery.SendAsync(malformed)).Accepted.ShouldBeTrue();

        await Fixtures.Eventually.TrueAsync(async () => (await bot.Service<Wenlu.BotHost.Inbox.EventInbox>().ListParkedAsync()).Count == 1);
        Platform.RepliesTo(message.MessageId).Count(reply => reply.Content.Contains("抱歉", StringComparison.Ordinal)).ShouldBe(replies);
    }

    [Fact]
    public async Task Pitfall_03_what_reaches_the_bot_long_after_it_was_written_is_not_answered()
    {
        var bot = await StartKnowingLeaveAsync();
        var old = AMessage.InDirectChat().At(DateTimeOffset.UtcNow.AddMinutes(-31)).Saying("年假有几天？");
        await bot.Delivery.SendAsync(old);
        Model.Then(ModelReply.Says("年假十天。[1]"));

        await bot.AskAsync(AMessage.InDirectChat().At(DateTimeOffset.UtcNow.AddMinutes(-29)).Saying("年假有几天？"));

        Platform.RepliesTo(old.MessageId).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_message_is_dropped()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var old = AMessage.InDirectChat().At(DateTimeOffset.UtcNow.AddHours(-9)).Saying("年假有几天？");

        (await bot.Delivery.SendAsync(old)).Accepted.ShouldBeTrue();
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        Platform.RepliesTo(old.MessageId).ShouldBeEmpty();
    }

    /// <summary>What came before a command in its chat is done when the command is answered.</summary>
    private protected async Task SaysNothingMoreAsync(Bot bot, AMessage answered)
    {
        var command = AMessage.InDirectChat().Saying("新话题");
        await bot.Delivery.SendAsync(command);
        await Platform.NextReplyAsync(command.MessageId);
        Platform.RepliesTo(answered.MessageId).Count.ShouldBe(1);
        Model.Requests.Count.ShouldBe(1);
    }
}
