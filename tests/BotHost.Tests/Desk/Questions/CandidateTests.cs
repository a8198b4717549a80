using System.Net;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk.Questions;

/// <summary>Good answers that were given, on their way to the site.</summary>
public abstract class CandidateTests(string redis) : DeskBench(redis)
{
    private static readonly string Here = "/desk/questions/given/" + PublicationRule.IdOf(Leave);

    [Fact]
    public async Task A_good_answer_is_corrected_and_published_without_who_asked()
    {
        var desk = await OpenAsync();
        var card = await AnsweredAsync(InGroup(Leave), "年假十天。[1]");
        (await desk.PageAsync("/desk/questions?kind=good")).ShouldNotContain(Leave, customMessage: "asked once, liked by nobody");
        (await desk.PageAsync("/desk/questions?kind=given")).ShouldContain(Leave);
        await Bot.Delivery.ClickAsync(ACardAction.On(card).By(Somebody).Pressing(card.Button("vote_up")));

        var list = await desk.PageAsync("/desk/questions?kind=good");
        var page = await desk.PageAsync(Here);

        list.ShouldContain("asked 1× · liked 1 · disliked 0");
        page.ShouldContain("年假十天。[1]</textarea>");
        page.ShouldContain("leave-policy#年假</textarea>");
        page.ShouldContain("id=\"reference-1-1\"");
        foreach (var secret in (string[])[AMessage.SomeUser, AMessage.SomeGroup, Somebody, card.Message.MessageId])
            (list + page).ShouldNotContain(secret);
        (await BackAsync(PublishAsync(desk, "年假**十**天。[1]", "leave-policy", ("do", "preview")), HttpStatusCode.OK)).ShouldContain("<strong>十</strong>");
        (await BackAsync(PublishAsync(desk, "年假十天。[3]", "leave-policy"))).ShouldContain("年假十天。[3]</textarea>");

        await DoneAsync(desk, PublishAsync(desk, "满一年者，年假十天。[1]", "leave-policy#年假", ("tags", "人事, 休假"), ("by-model", "1")), "It is on the site.");

        var published = await Bot.Http.GetStringAsync(Bot.Service<PublishedQuestions>().Find(PublicationRule.IdOf(Leave))!.Path);
        published.ShouldContain("满一年者，年假十天");
        published.ShouldContain("休假");
        published.ShouldContain(Wenlu.BotHost.Answers.AnswerTexts.WrittenByModel.English);
        (await desk.PageAsync("/desk/questions?kind=given")).ShouldNotContain(Leave);
        (await desk.GetAsync(Here)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await LogAsync()).ShouldContain(("tester", AuditAction.Wrote, Leave));
    }

    [Fact]
    public async Task What_is_asked_often_is_good_by_itself_and_the_same_asker_in_other_words_counts_once()
    {
        var desk = await OpenAsync();
        await AnsweredAsync(InGroup(Leave), "年假十天。[1]");
        Model.Then(ModelReply.Says("年假有十天。[1]"));
        (await Bot.Http.GetAsync("/?q=" + Uri.EscapeDataString(Leave))).EnsureSuccessStatusCode();

        (await desk.PageAsync("/desk/questions?kind=good")).ShouldContain("asked 2×");
        (await desk.PageAsync(Here)).ShouldContain("年假有十天。[1]</textarea>");
    }

    [Fact]
    public async Task What_rests_on_something_that_is_not_for_everyone_never_waits_and_what_was_closed_since_is_refused()
    {
        var desk = await OpenAsync();
        await Bot.KnowsAsync("bonus", "奖金方案", "## 奖金\n奖金是三个月工资。", "tenant");
        await AnsweredAsync(Alone("奖金是多少？"), "三个月工资。[1]");
        await AnsweredAsync(InGroup(Leave), "年假十天。[1]");
        var given = await desk.PageAsync("/desk/questions?kind=given");
        given.ShouldContain(Leave);
        given.ShouldNotContain("奖金");

        await Bot.KnowsAsync("leave-policy", "员工手册", "## 年假\n入职满一年者，年假十天。", "tenant");

        (await desk.PageAsync(Here)).ShouldContain("Not for everyone, and so not for the site: leave-policy");
        (await BackAsync(PublishAsync(desk, "年假十天。[1]", "leave-policy"))).ShouldContain("not everyone may read it");
        (await Bot.Http.GetStringAsync("/questions")).ShouldNotContain(Leave);
    }

    [Fact]
    public async Task What_is_not_wanted_leaves_the_list_and_can_come_back()
    {
        var desk = await OpenAsync();
        await AnsweredAsync(InGroup(Leave), "年假十天。[1]");

        (await DoneAsync(desk, desk.SubmitAsync(Here + "/discard"), "All right, discarded.")).ShouldContain($"action=\"{Here}/reopen\"");
        (await desk.PageAsync("/desk/questions?kind=given")).ShouldNotContain(Leave);
        await AnsweredAsync(Direct(Leave), "年假十天。[1]");
        (await desk.PageAsync("/desk/questions?kind=given")).ShouldNotContain(Leave);
        var colleague = await ColleagueAsync();
        (await DoneAsync(colleague, colleague.SubmitAsync(Here + "/discard"), "Somebody was faster")).ShouldContain("Discarded by tester");

        await DoneAsync(desk, desk.SubmitAsync(Here + "/reopen"), "It waits again.");
        (await desk.PageAsync("/desk/questions?kind=given")).ShouldContain(Leave);
        (await LogAsync()).Select(entry => entry.Action).Take(3).ShouldBe([AuditAction.Reopened, AuditAction.SignedIn, AuditAction.Dismissed]);
    }

    [Fact]
    public async Task Of_two_editors_one_publishes_and_the_other_is_told_who()
    {
        var desk = await OpenAsync();
        await AnsweredAsync(InGroup(Leave), "年假十天。[1]");
        (await Bot.EditAsync(HttpMethod.Put, "/api/questions/" + PublicationRule.IdOf(Leave), new { question = "年假多少天？", answer = "十天。[1]", sources = new[] { "leave-policy" } })).EnsureSuccessStatusCode();

        var late = await BackAsync(PublishAsync(desk, "年假十天整。[1]", "leave-policy"), HttpStatusCode.Conflict);

        late.ShouldContain("written by tester");
        late.ShouldContain("年假十天整。[1]</textarea>");
    }

    [Fact]
    public async Task A_question_that_is_recalled_takes_its_answer_along()
    {
        var desk = await OpenAsync();
        var question = InGroup(Leave);
        var card = await AnsweredAsync(question, "年假十天。[1]");
        await Bot.Delivery.ClickAsync(ACardAction.On(card).By(Somebody).Pressing(card.Button("vote_up")));
        (await desk.PageAsync("/desk/feedback")).ShouldContain(Leave);

        await Bot.Delivery.RecallAsync(question);

        (await desk.PageAsync("/desk/questions?kind=given")).ShouldNotContain(Leave);
        (await desk.PageAsync("/desk/feedback")).ShouldNotContain(Leave);
        (await StoreContents.WhereAsync(Bot, "年假有几天")).ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> PublishAsync(DeskClient client, string text, string sources, params (string Name, string Value)[] more) =>
        client.SubmitAsync(Here + "/publish", [("question", Leave), ("answer", text), ("sources", sources), .. more]);
}

public sealed class CandidatesOnTheEmbeddedStore() : CandidateTests(string.Empty);

public sealed class CandidatesOnRedis : CandidateTests, IDisposable
{
    private readonly RedisServer server;

    public CandidatesOnRedis()
        : this(RedisServer.Start())
    {
    }

    private CandidatesOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
