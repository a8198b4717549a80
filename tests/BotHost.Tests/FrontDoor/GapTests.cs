using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Questions that nobody could answer, from their asking to the message that tells the asker.</summary>
public abstract class GapTests(string redis) : FrontDoor(redis)
{
    private protected const string Editors = "oc_000000000000000000000000000000e1";
    private protected const string Editor = "ou_0000000000000000000000000000eeee";
    private const string Somebody = "ou_0000000000000000000000000000bbbb";
    private const string Other = "oc_000000000000000000000000000000d2";
    private protected const string Asked = "食堂的烤鱼周几供应？";
    private const string AskedAgain = "请问食堂烤鱼星期几供应";

    private protected static readonly string[] WithEditors = [$"--Gaps:Chat={Editors}", "--Gaps:Hour=24", "--Gaps:DigestHour=24"];

    [Fact]
    public async Task Questions_without_an_answer_gather_once_each_with_what_comes_close()
    {
        var bot = await StartForEditorsAsync();
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        await UnansweredAsync(bot, Direct(Other, Somebody).Saying("食堂烤鱼周几供应"));
        await UnansweredAsync(bot, AMessage.InDirectChat().Saying("停车位怎么申请？"));
        await bot.Http.PostAsync("/api/ask", System.Net.Http.Json.JsonContent.Create(new { question = Asked }));

        var gaps = await GapsAsync(bot);

        gaps.Count.ShouldBe(2);
        gaps[0].GetProperty("question").GetString().ShouldBe(Asked);
        gaps[0].GetProperty("count").GetInt32().ShouldBe(3);
        gaps[0].GetProperty("wordings").EnumerateArray().Select(wording => wording.GetString()).ShouldBe(["食堂烤鱼周几供应"]);
        gaps[0].GetProperty("kinds").ToString().ShouldBe("""{"notFound":3,"unsure":0,"disliked":0}""");
        gaps[0].GetProperty("nearest").EnumerateArray().Select(document => document.GetProperty("documentId").GetString()).ShouldContain("canteen");
        gaps[0].ToString().ShouldNotContain(AMessage.SomeUser);
    }

    [Fact]
    public async Task An_answer_typed_on_the_editors_card_is_found_at_once_and_whoever_asked_is_told_once()
    {
        var bot = await StartForEditorsAsync();
        var question = AMessage.InGroup().MentioningBot().Saying(Asked);
        await UnansweredAsync(bot, question);
        await UnansweredAsync(bot, Direct(Other, Somebody).Saying("停车位怎么申请？"));
        var card = await CardAsync(bot);
        card.AllText.ShouldContain("员工食堂");
        var gap = GapOf(card, Asked);

        (await SubmitAsync(bot, card, gap, "  ")).ShouldBe("请先写下答案。");
        (await SubmitAsync(bot, card, gap, "每周**三**供应，十一点半开始。")).ShouldBe("谢谢，答案已生效，提问的人会收到回复。");

        var sinceAnswered = Stopwatch.StartNew();
        var found = await (await bot.Http.PostAsync("/api/ask", System.Net.Http.Json.JsonContent.Create(new { question = AskedAgain }))).JsonAsync();
        found.GetProperty("outcome").GetString().ShouldNotBe("grounded", "its audience is the tenant");
        var again = await bot.AskAsync(Direct(Other, Somebody).Saying(Asked));
        again.Answer.ShouldContain("每周**三**供应");
        again.TextOf("official")!.ShouldContain("王小明 · 20");

        var told = await ToldAsync(question.MessageId);
        told.Answer.ShouldContain("你之前问过这个问题");
        told.Answer.ShouldContain("每周**三**供应");
        told.AllText.ShouldContain(Asked);
        Now(card).AllText.ShouldContain("王小明已回答");
        Now(card).Buttons.ShouldNotContain(button => button.Value!["gap"]!.GetValue<string>() == gap);
        Now(card).Buttons.ShouldContain(button => button.Name != null);

        (await SubmitAsync(bot, card, gap, "每周五。", Somebody)).ShouldBe("这个问题已经处理过了。");
        await IdleAsync(bot);
        Platform.RepliesTo(question.MessageId).Count.ShouldBe(2, "the card that nothing was found, and the one that tells");
        // Who may not read the answer still waits for one.
        (await GapsAsync(bot)).Select(waiting => waiting.GetProperty("question").GetString()).ShouldBe([AskedAgain, "停车位怎么申请？"], ignoreOrder: true);
        (await bot.Delivery.ClickAsync(ACardAction.On(told).Pressing(told.Button("vote_up")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        Now(told).Button("vote_up").Text.ShouldBe("👍 1");
    }

    [Fact]
    public async Task Without_the_permission_to_read_members_an_editor_is_one_without_a_name()
    {
        Platform.MemberScope = false;
        var bot = await StartForEditorsAsync();
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        await UnansweredAsync(bot, Direct(Other, Somebody).Saying("停车位怎么申请？"));
        var card = await CardAsync(bot);

        await SubmitAsync(bot, card, GapOf(card, Asked), "每周三。");
        await ToastAsync(bot, ACardAction.On(card).By(Editor).Pressing(Now(card).Buttons.Single(button => button.ElementId?.StartsWith("dismiss", StringComparison.Ordinal) is true)));

        Now(card).AllText.ShouldContain("编辑者已回答");
        Now(card).AllText.ShouldContain("编辑者已忽略");
        Platform.Calls.Count(call => call.Path.EndsWith("/members", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_editors_chat_may_answer()
    {
        var bot = await StartForEditorsAsync();
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        var card = await CardAsync(bot);
        var gap = GapOf(card, Asked);
        var submitting = Submission(card, gap, "每周三。");

        (await ToastAsync(bot, submitting.InChat(AMessage.SomeGroup))).ShouldBe("只有编辑群里的人可以这样做。");
        (await ToastAsync(bot, submitting.OfTenant("another-tenant"))).ShouldBe("只有编辑群里的人可以这样做。");
        (await ToastAsync(bot, submitting.Sending(new JsonObject { ["action"] = "answer_gap", ["answer_id"] = "g-of-no-card", ["gap"] = gap }))).ShouldBe("这个按钮已失效。");

        (await GapsAsync(bot)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_read_the_answer_is_not_told_of_it()
    {
        var bot = await StartForEditorsAsync();
        var (mine, theirs) = (AMessage.InDirectChat().Saying(Asked), Direct(Other, Somebody).Saying(Asked));
        await UnansweredAsync(bot, mine);
        await UnansweredAsync(bot, theirs);
        var id = (await GapsAsync(bot)).ShouldHaveSingleItem().GetProperty("id").GetString();

        using var answered = await bot.EditAsync(HttpMethod.Post, $"/api/gaps/{id}/answer", new { answer = "每周三。", audience = new { users = new[] { Somebody } } });
        (await answered.JsonAsync()).GetProperty("answer").GetString().ShouldBe($"gap-{id}");

        (await ToldAsync(theirs.MessageId)).Answer.ShouldContain("每周三");
        await IdleAsync(bot);
        Platform.RepliesTo(mine.MessageId).Count.ShouldBe(1);
        (await StoreContents.WhereAsync(bot, mine.MessageId)).ShouldNotContain("{gaps}:gaps");
        await (await bot.EditAsync(HttpMethod.Post, $"/api/gaps/{id}/answer", new { answer = "每周五。" })).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_question_that_is_recalled_vanishes()
    {
        var bot = await StartForEditorsAsync();
        var (question, same) = (AMessage.InGroup().MentioningBot().Saying(Asked), Direct(Other, Somebody).Saying("食堂烤鱼周几供应"));
        await UnansweredAsync(bot, question);
        await UnansweredAsync(bot, same);

        await bot.Delivery.RecallAsync(question);
        var left = (await GapsAsync(bot)).ShouldHaveSingleItem();
        left.GetProperty("count").GetInt32().ShouldBe(1);
        left.GetProperty("question").GetString().ShouldBe("食堂烤鱼周几供应");
        var card = await CardAsync(bot);
        await bot.Delivery.RecallAsync(same);

        (await GapsAsync(bot)).ShouldBeEmpty();
        (await SubmitAsync(bot, card, left.GetProperty("id").GetString()!, "每周三。")).ShouldBe("这个问题已经处理过了。");
        Now(card).AllText.ShouldContain("撤回");
        (await StoreContents.WhereAsync(bot, "烤鱼")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_somebody_dislikes_is_there_with_the_reason_until_they_think_better_of_it()
    {
        var bot = await StartForEditorsAsync();
        Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]").ToAStream());
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        await IdleAsync(bot);
        (await GapsAsync(bot)).ShouldBeEmpty();

        await ToastAsync(bot, ACardAction.On(card).Pressing(card.Button("vote_down")));
        var answerId = card.Button("vote_down").Value!["answer_id"]!.GetValue<string>();
        await ToastAsync(bot, ACardAction.On(card).Sending(new JsonObject { ["action"] = "reason", ["answer_id"] = answerId })
            .Filling(new JsonObject { ["reason"] = "outdated", ["comment"] = "去年改过了" }));

        var gap = (await GapsAsync(bot)).ShouldHaveSingleItem();
        gap.GetProperty("kinds").GetProperty("disliked").GetInt32().ShouldBe(1);
        gap.GetProperty("reasons").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("内容过时: 去年改过了");
        await ToastAsync(bot, ACardAction.On(card).Pressing(card.Button("vote_up")));
        (await GapsAsync(bot)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dismissed_question_stays_so_however_often_it_is_asked()
    {
        var bot = await StartForEditorsAsync();
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        var card = await CardAsync(bot);

        (await ToastAsync(bot, ACardAction.On(card).By(Editor).Pressing(card.Button("dismiss_0")))).ShouldBe("好的，已忽略。");
        await UnansweredAsync(bot, AMessage.InDirectChat().Saying(Asked));

        Now(card).AllText.ShouldContain("已忽略");
        (await GapsAsync(bot)).ShouldBeEmpty();
        await (await bot.EditAsync(HttpMethod.Post, $"/api/gaps/{GapOf(card, Asked)}/dismiss")).ProblemAsync(HttpStatusCode.Conflict);
        await (await bot.EditAsync(HttpMethod.Post, "/api/gaps/nothing/dismiss")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_command_shows_the_card_in_the_editors_chat_and_is_none_anywhere_else()
    {
        var bot = await StartForEditorsAsync();
        (await CommandAsync(bot, AMessage.InGroup(Editors).MentioningBot().Saying("/gaps"))).Content.ShouldContain("没有等待回答的问题");
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));

        (await CommandAsync(bot, AMessage.InGroup(Editors).MentioningBot().Saying("/gaps"))).Content.ShouldContain("烤鱼");
        (await CommandAsync(bot, AMessage.InGroup().MentioningBot().Saying("/gaps"))).Content.ShouldContain("没有这个命令");
    }

    [Fact]
    public async Task The_days_card_comes_by_itself_once()
    {
        var bot = await StartForEditorsAsync();
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        await StopAsync(bot);

        var later = await StartAsync([$"--Gaps:Chat={Editors}", "--Gaps:Hour=0", "--Gaps:DigestHour=24"]);
        (await SeenCardAsync(1)).AllText.ShouldContain("烤鱼");
        await StopAsync(later);
        await IdleAsync(await StartAsync([$"--Gaps:Chat={Editors}", "--Gaps:Hour=0", "--Gaps:DigestHour=24"]));

        Platform.SeenIn(Editors).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_weeks_digest_comes_once_with_what_the_week_came_to()
    {
        // Where the day ends first the questions are asked, where it begins first they are yesterday's.
        var bot = await StartForEditorsAsync("--Gaps:UtcOffset=-14:00", "--Knowledge:StaleAfter=30.00:00:00");
        await UnansweredAsync(bot, AMessage.InGroup().MentioningBot().Saying(Asked));
        Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]").ToAStream());
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        await IdleAsync(bot);
        await ToastAsync(bot, ACardAction.On(card).Pressing(card.Button("vote_down")));
        using var old = await bot.EditAsync(HttpMethod.Put, "/api/knowledge/documents/old", new { title = "旧", markdown = "旧。", updatedAt = "2020-01-01" });
        await StopAsync(bot);
        var there = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(14));

        string[] due = [$"--Gaps:Chat={Editors}", "--Gaps:Hour=24", "--Gaps:DigestHour=0", $"--Gaps:DigestWeekday={there.DayOfWeek}", "--Gaps:UtcOffset=14:00", "--Knowledge:StaleAfter=30.00:00:00"];
        var later = await StartAsync(due);
        var digest = (await SeenCardAsync(1)).TextOf("digest").ShouldNotBeNull();
        await StopAsync(later);
        await IdleAsync(await StartAsync(due));

        digest.Split('\n').ShouldBe(["- 提问: **2**", "- 已回答: **1**", "- 没找到答案: **1**", "- 不满意: **1**", "- 等待回答的问题: **2**", "- 久未更新的文档: **1**", "- 来源已变动的官方回答: **0**"]);
        Platform.SeenIn(Editors).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_whose_process_ends_right_after_it_is_told_by_the_next()
    {
        var bot = await StartForEditorsAsync();
        var question = AMessage.InGroup().MentioningBot().Saying(Asked);
        await UnansweredAsync(bot, question);
        var id = (await GapsAsync(bot)).ShouldHaveSingleItem().GetProperty("id").GetString();
        await StopAsync(bot);
        var accepting = await StartAsync([.. WithEditors, "--Inbox:Parallelism=0"]);
        (await accepting.EditAsync(HttpMethod.Post, $"/api/gaps/{id}/answer", new { answer = "每周三。" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await StopAsync(accepting);

        await StartAsync(WithEditors);

        (await ToldAsync(question.MessageId)).Answer.ShouldContain("每周三");
    }

    [Fact]
    public async Task A_question_that_cannot_be_replied_to_any_more_costs_nothing_but_the_telling()
    {
        var bot = await StartForEditorsAsync();
        var question = AMessage.InGroup().MentioningBot().Saying(Asked);
        await UnansweredAsync(bot, question);
        var id = (await GapsAsync(bot)).ShouldHaveSingleItem().GetProperty("id").GetString();
        Platform.RecallMessage(question.MessageId);

        (await bot.EditAsync(HttpMethod.Post, $"/api/gaps/{id}/answer", new { answer = "每周三。" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        await IdleAsync(bot);
        Platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_editors_chat_a_card_cannot_be_sent()
    {
        var bot = await StartAsync();

        await (await bot.EditAsync(HttpMethod.Post, "/api/gaps/card")).ProblemAsync(HttpStatusCode.Conflict);
        await (await bot.Http.GetAsync("/api/gaps")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    private protected async Task<Bot> StartForEditorsAsync(params string[] settings)
    {
        Platform.AddBotToChat(Editors);
        Platform.AddMember(Editors, AMessage.SomeUser, "李雷");
        Platform.AddMember(Editors, Editor, "王小明");
        Model.Otherwise = request => request.Stream ? ModelReply.Says("知识库里没有这个问题的答案。") : ModelReply.Fails(500);
        var bot = await StartKnowingLeaveAsync([.. WithEditors, .. settings]);
        await bot.KnowsAsync("canteen", "员工食堂", "# 员工食堂\n\n食堂在二楼，供应早餐和午餐。", "tenant");
        return bot;
    }

    private protected static AMessage Direct(string chat, string openId) => AMessage.InDirectChat(chat).From(openId);

    private protected static async Task UnansweredAsync(Bot bot, AMessage message)
    {
        (await bot.AskAsync(message)).Answer.ShouldContain("没有这个问题的答案");
        await IdleAsync(bot);
    }

    private protected static async Task<IReadOnlyList<JsonElement>> GapsAsync(Bot bot) =>
        [.. (await (await bot.EditAsync(HttpMethod.Get, "/api/gaps")).JsonAsync()).GetProperty("gaps").EnumerateArray()];

    /// <summary>The card, asked for over HTTP.</summary>
    private protected async Task<FinishedCard> CardAsync(Bot bot)
    {
        var before = Platform.SeenIn(Editors).Count;
        (await bot.EditAsync(HttpMethod.Post, "/api/gaps/card")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return await SeenCardAsync(before + 1);
    }

    private protected async Task<FinishedCard> SeenCardAsync(int number)
    {
        var message = await Platform.WaitForAsync(() => Platform.SeenIn(Editors).ElementAtOrDefault(number - 1), "a card in the editors' chat", TimeSpan.FromSeconds(20));
        return Platform.CardNow(message.MessageId);
    }

    private protected async Task<FinishedCard> ToldAsync(string messageId)
    {
        var message = await Platform.WaitForAsync(() => Platform.RepliesTo(messageId).ElementAtOrDefault(1), "the message that tells", TimeSpan.FromSeconds(20));
        return Platform.CardNow(message.MessageId);
    }

    /// <summary>The id of the question's gap: what the buttons under it send.</summary>
    private protected static string GapOf(FinishedCard card, string question)
    {
        var index = Enumerable.Range(0, 6).First(place => card.TextOf($"gap_{place}")?.Contains(question, StringComparison.Ordinal) is true);
        return card.Button($"dismiss_{index}").Value!["gap"]!.GetValue<string>();
    }

    private protected static ACardAction Submission(FinishedCard card, string gap, string text, string by = Editor) => ACardAction.On(card).By(by)
        .Sending(new JsonObject { ["action"] = "answer_gap", ["answer_id"] = card.Buttons[0].Value!["answer_id"]!.GetValue<string>(), ["gap"] = gap })
        .Filling(new JsonObject { [$"answer_{gap}"] = text });

    private protected static Task<string> SubmitAsync(Bot bot, FinishedCard card, string gap, string text, string by = Editor) =>
        ToastAsync(bot, Submission(card, gap, text, by));

    private protected static async Task<string> ToastAsync(Bot bot, ACardAction action)
    {
        using var response = await bot.Delivery.ClickAsync(action);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["toast"]!["i18n"]!["zh_cn"]!.GetValue<string>();
    }

    private async Task<SentMessage> CommandAsync(Bot bot, AMessage message)
    {
        (await bot.Delivery.SendAsync(message)).Accepted.ShouldBeTrue();
        return await Platform.NextReplyAsync(message.MessageId);
    }

    private protected FinishedCard Now(FinishedCard card) => Platform.CardNow(card.Message.MessageId);

    private protected static Task IdleAsync(Bot bot) =>
        Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
}
