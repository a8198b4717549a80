using System.Net;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Desk.Questions;

/// <summary>Questions that nobody could answer, at the desk.</summary>
public abstract class GapDeskTests(string redis) : DeskBench(redis)
{
    [Fact]
    public async Task What_waits_is_listed_searched_and_filtered_and_names_nobody()
    {
        var desk = await OpenAsync();
        (await desk.PageAsync("/desk/questions")).ShouldContain("Nothing waits for an answer.");
        await UnansweredAsync(InGroup(Fish));
        await UnansweredAsync(Direct("食堂烤鱼周几供应"));
        await UnansweredAsync(Alone(Parking));

        var all = await desk.PageAsync("/desk/questions");
        all.IndexOf(Fish, StringComparison.Ordinal).ShouldBeInRange(0, all.IndexOf(Parking, StringComparison.Ordinal), "the most asked comes first");
        all.ShouldContain("asked 2×");
        (await desk.PageAsync("/desk/questions?q=" + Uri.EscapeDataString("停车"))).ShouldNotContain(Fish);
        (await desk.PageAsync("/desk/questions?kind=not-found")).ShouldContain(Fish);
        (await desk.PageAsync("/desk/questions?kind=disliked")).ShouldNotContain(Fish);
        foreach (var address in (string[])["/desk/questions?kind=nonsense", "/desk/questions?page=2", "/desk/questions?page=x"])
            (await desk.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);

        var one = await desk.PageAsync(await AddressOfAsync(Fish));
        foreach (var part in (string[])["食堂烤鱼周几供应", "员工食堂", "canteen", "https://wiki.example.com/canteen"])
            one.ShouldContain(part);
        foreach (var secret in (string[])[AMessage.SomeUser, AMessage.SomeGroup, Somebody, Other])
            (all + one).ShouldNotContain(secret);
        (await desk.GetAsync("/desk/questions/of-nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_answer_is_previewed_corrected_given_and_told_and_nothing_typed_is_lost_meanwhile()
    {
        var desk = await OpenAsync();
        var question = await UnansweredAsync(InGroup(Fish));
        var here = await AddressOfAsync(Fish);

        var cited = await BackAsync(AnswerAsync(desk, here, "每周**三**供应。[1]", "", "tenant", ("cite", "canteen")), HttpStatusCode.OK);
        cited.ShouldContain("canteen</textarea>");
        cited.ShouldContain("每周**三**供应。[1]</textarea>");
        var preview = await BackAsync(AnswerAsync(desk, here, "每周**三**供应。[1]", "canteen", "tenant", ("do", "preview")), HttpStatusCode.OK);
        preview.ShouldContain("<strong>三</strong>");
        preview.ShouldContain("id=\"reference-1-1\"");

        foreach (var (text, sources, problem) in new[] { ("", "", "Must not be blank."), ("每周三。[2]", "canteen", "Cites [2]"), ("每周三。", "nowhere", "does not exist") })
        {
            var back = await BackAsync(AnswerAsync(desk, here, text, sources, "tenant"));
            back.ShouldContain("role=\"alert\"");
            back.ShouldContain(problem);
            back.ShouldContain(text + "</textarea>");
        }

        await DoneAsync(desk, AnswerAsync(desk, here, "每周**三**供应。[1]", "canteen", "tenant"), "The answer is in force");
        (await ToldAsync(question)).Answer.ShouldContain("每周**三**供应");
        (await Bot.AskAsync(Direct(Fish))).Answer.ShouldContain("每周**三**供应");
        (await desk.PageAsync("/desk/questions")).ShouldNotContain(Fish);
        (await desk.PageAsync("/desk/questions?kind=closed")).ShouldContain("Answered by tester");
        (await LogAsync()).ShouldContain(("tester", AuditAction.Wrote, Fish));
    }

    [Fact]
    public async Task Of_two_editors_one_answers_and_the_other_is_told_who_and_keeps_their_words()
    {
        var (desk, question) = (await OpenAsync(), await UnansweredAsync(InGroup(Fish)));
        var (colleague, here) = (await ColleagueAsync(), await AddressOfAsync(Fish));
        await DoneAsync(colleague, AnswerAsync(colleague, here, "每周五。", "", "tenant"), "The answer is in force");

        var late = await BackAsync(AnswerAsync(desk, here, "每周三，十一点半。", "", "tenant"), HttpStatusCode.Conflict);

        late.ShouldContain("Answered by colleague");
        late.ShouldContain("每周三，十一点半。</textarea>");
        (await ToldAsync(question)).Answer.ShouldContain("每周五");
        await DoneAsync(desk, desk.SubmitAsync(here + "/discard"), "Somebody was faster");
        await DoneAsync(desk, desk.SubmitAsync(here + "/reopen"), "Somebody was faster");
    }

    [Fact]
    public async Task An_answer_can_be_put_on_the_site_at_once_when_everyone_may_read_what_it_rests_on()
    {
        var desk = await OpenAsync();
        await UnansweredAsync(InGroup(Fish));
        var here = await AddressOfAsync(Fish);

        (await BackAsync(AnswerAsync(desk, here, "每周三。[1]", "canteen", "site"))).ShouldContain("&#x27;canteen&#x27; does not exist, or not everyone may read it.");
        (await BackAsync(AnswerAsync(desk, here, "每周三。", "", "site"))).ShouldContain("Must name at least one source.");
        (await Bot.Service<GapStore>().ListAsync()).ShouldAllBe(gap => gap.State == GapState.Open);
        await DoneAsync(desk, AnswerAsync(desk, here, "每周三。[1]", "leave-policy#年假", "site", ("tags", "食堂，午餐")), "The answer is in force, whoever asked is told, and the site has its page.");

        (await Bot.Http.GetStringAsync("/questions")).ShouldContain(Fish);
        (await Bot.Http.GetStringAsync("/questions?tag=" + Uri.EscapeDataString("食堂"))).ShouldContain(Fish);
        await UnansweredAsync(Alone(Parking));
        (await BackAsync(AnswerAsync(desk, await AddressOfAsync(Parking), "每周三。[1]", "leave-policy", "site", ("question", Fish)))).ShouldContain("The site has this question already");
    }

    [Fact]
    public async Task Questions_that_are_one_are_merged_counted_and_told_together()
    {
        var desk = await OpenAsync();
        var first = await UnansweredAsync(InGroup(Fish));
        await UnansweredAsync(InGroup(Fish));
        var other = await UnansweredAsync(Direct("二楼那道鱼哪天有？"));
        var (into, from) = (await IdOfAsync(Fish), await IdOfAsync("二楼那道鱼哪天有？"));
        await DoneAsync(desk, desk.SubmitAsync("/desk/questions/merge", ("gap", into)), "Select at least two questions.");

        var merged = await DoneAsync(desk, desk.SubmitAsync("/desk/questions/merge", ("gap", from), ("gap", into)), "Merged.");

        merged.ShouldContain("asked 3×");
        merged.ShouldContain("二楼那道鱼哪天有？");
        (await desk.PageAsync("/desk/questions/" + from)).ShouldContain($"href=\"/desk/questions/{into}\"");
        (await LogAsync()).ShouldContain(("tester", AuditAction.Merged, "二楼那道鱼哪天有？"));
        await UnansweredAsync(InGroup("二楼那道鱼哪天有呢？"));
        (await desk.PageAsync("/desk/questions/" + into)).ShouldContain("asked 4×");
        await DoneAsync(desk, AnswerAsync(desk, "/desk/questions/" + into, "每周三。", "", "tenant"), "The answer is in force");
        (await ToldAsync(first)).Answer.ShouldContain("每周三");
        (await ToldAsync(other)).Answer.ShouldContain("每周三");
        (await Bot.AskAsync(Direct("二楼那道鱼哪天有？"))).Answer.ShouldContain("每周三");
    }

    [Fact]
    public async Task What_is_answered_already_becomes_another_wording_of_that_answer()
    {
        var desk = await OpenAsync();
        await Bot.AnswersOfficiallyAsync("fish", new { question = "烤鱼什么时候供应？", answer = "每周三供应。[1]", sources = new[] { "canteen" } });
        var question = await UnansweredAsync(InGroup("二楼的鱼哪天有？"));
        var here = await AddressOfAsync("二楼的鱼哪天有？");
        (await desk.PageAsync(here + "?find=" + Uri.EscapeDataString("烤鱼供应"))).ShouldContain("value=\"answer:fish\"");
        (await BackAsync(desk.SubmitAsync(here + "/merge"))).ShouldContain("Choose what it is the same as.");
        (await BackAsync(desk.SubmitAsync(here + "/merge", ("target", "answer:none")))).ShouldContain("role=\"alert\"");
        (await BackAsync(desk.SubmitAsync(here + "/merge", ("target", "question:none")))).ShouldContain("role=\"alert\"");

        await DoneAsync(desk, desk.SubmitAsync(here + "/merge", ("target", "answer:fish")), "Merged into that answer");

        (await ToldAsync(question)).Answer.ShouldContain("每周三供应");
        (await Bot.AskAsync(Direct("二楼的鱼哪天有？"))).TextOf("official").ShouldNotBeNull().ShouldContain("tester");
        var answer = await (await Bot.EditAsync(HttpMethod.Get, "/api/knowledge/answers/fish")).JsonAsync();
        answer.GetProperty("paraphrases")[0].GetString().ShouldBe("二楼的鱼哪天有？");
    }

    [Fact]
    public async Task What_the_site_answers_already_is_told_from_there()
    {
        var desk = await OpenAsync();
        (await Bot.EditAsync(HttpMethod.Put, "/api/questions/annual-leave", new { question = Leave, answer = "年假十天。[1]", sources = new[] { "leave-policy#年假" } })).EnsureSuccessStatusCode();
        var question = await UnansweredAsync(InGroup("一年能休多久？"));
        var here = await AddressOfAsync("一年能休多久？");
        (await desk.PageAsync(here + "?find=" + Uri.EscapeDataString(Leave))).ShouldContain("value=\"question:annual-leave\"");

        await DoneAsync(desk, desk.SubmitAsync(here + "/merge", ("target", "question:annual-leave")), "Merged into that answer");

        (await ToldAsync(question)).Answer.ShouldContain("年假十天");
        (await Bot.AskAsync(Direct("一年能休多久？"))).Answer.ShouldContain("年假十天");
        // The answer in the chats goes the way of the page.
        (await Bot.EditAsync(HttpMethod.Put, "/api/questions/annual-leave", new { question = Leave, answer = "年假十二天。[1]", sources = new[] { "leave-policy#年假" } })).EnsureSuccessStatusCode();
        (await OfficialAsync("ou_a")).ShouldContain("年假十二天");
        await DoneAsync(desk, desk.SubmitAsync("/desk/published/annual-leave/take-down"), "It is off the site.");
        (await OfficialAsync("ou_b")).ShouldNotContain("年假十二天");
        await DoneAsync(desk, desk.SubmitAsync("/desk/published/annual-leave/put-back"), "It is back on the site.");
        (await OfficialAsync("ou_c")).ShouldContain("年假十二天");
        await Bot.KnowsAsync("leave-policy", "员工手册", "## 年假\n入职满一年者，年假十二天。", new { users = new[] { "ou_nobody" } });
        (await OfficialAsync("ou_d")).ShouldNotContain("年假十二天");
    }

    [Fact]
    public async Task What_is_discarded_can_be_taken_back()
    {
        var desk = await OpenAsync();
        await UnansweredAsync(InGroup(Fish));
        var here = await AddressOfAsync(Fish);

        var after = await DoneAsync(desk, desk.SubmitAsync(here + "/discard"), "All right, discarded.");
        after.ShouldContain($"action=\"{here}/reopen\"");
        (await desk.PageAsync(here)).ShouldContain("Discarded by tester");
        (await desk.PageAsync("/desk/questions?undo=" + Uri.EscapeDataString("../../elsewhere") + "&done=discarded")).ShouldNotContain("elsewhere/reopen");

        await DoneAsync(desk, desk.SubmitAsync(here + "/reopen"), "It waits again.");
        (await desk.PageAsync("/desk/questions")).ShouldContain(Fish);
        (await LogAsync()).Select(entry => entry.Action).Take(2).ShouldBe([AuditAction.Reopened, AuditAction.Dismissed]);
    }

    [Fact]
    public async Task Programs_merge_too()
    {
        var desk = await OpenAsync();
        await UnansweredAsync(InGroup(Fish));
        await UnansweredAsync(Alone(Parking));
        var (into, from) = (await IdOfAsync(Fish), await IdOfAsync(Parking));

        await (await Bot.EditAsync(HttpMethod.Post, $"/api/gaps/{from}/merge", new { })).ProblemAsync(HttpStatusCode.BadRequest);
        await (await Bot.EditAsync(HttpMethod.Post, $"/api/gaps/{from}/merge", new { into = "nothing" })).ProblemAsync(HttpStatusCode.NotFound);
        await (await Bot.EditAsync(HttpMethod.Post, $"/api/gaps/{from}/merge", new { into = from })).ProblemAsync(HttpStatusCode.Conflict);
        (await Bot.EditAsync(HttpMethod.Post, $"/api/gaps/{from}/merge", new { into })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await Bot.EditAsync(HttpMethod.Post, $"/api/gaps/{from}/merge", new { into })).ProblemAsync(HttpStatusCode.Conflict);

        (await desk.PageAsync("/desk/questions")).ShouldContain("asked 2×");
        (await desk.PageAsync("/desk/audit")).ShouldContain(Parking);
    }

    private static Task<HttpResponseMessage> AnswerAsync(DeskClient client, string here, string text, string sources, string readers, params (string Name, string Value)[] more) =>
        client.SubmitAsync(here + "/answer", [.. more.Any(field => field.Name == "question") ? [] : new[] { ("question", Fish) }, ("answer", text), ("sources", sources), ("readers", readers), .. more]);

    /// <summary>What somebody gets who asks this alone.</summary>
    private async Task<string> OfficialAsync(string person) =>
        (await Bot.AskAsync(AMessage.InDirectChat("oc_of_" + person).From(person).Saying("一年能休多久？"))).Answer;

    private async Task<string> IdOfAsync(string question) => (await Bot.Service<GapStore>().ListAsync()).Single(gap => gap.Question == question).Id;

    private async Task<string> AddressOfAsync(string question) => "/desk/questions/" + await IdOfAsync(question);
}

public sealed class GapDeskOnTheEmbeddedStore() : GapDeskTests(string.Empty);

public sealed class GapDeskOnRedis : GapDeskTests, IDisposable
{
    private readonly RedisServer server;

    public GapDeskOnRedis()
        : this(RedisServer.Start())
    {
    }

    private GapDeskOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
