using System.Net;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Desk.Published;

/// <summary>The questions on the site, at the desk.</summary>
public abstract partial class PublishedDeskTests(string redis) : DeskBench(redis)
{
    private const string Here = "/desk/published/annual-leave";

    [Fact]
    public async Task What_is_on_the_site_is_listed_with_its_numbers_and_searched()
    {
        var desk = await OpenAsync();
        (await desk.PageAsync("/desk/published")).ShouldContain("Nothing is on the site yet.");
        await PublishAsync();
        await VoteAsync("annual-leave", "up");

        var list = await desk.PageAsync("/desk/published");

        foreach (var part in (string[])[Leave, "人事", "useful 1 · not useful 0", "href=\"/questions/annual-leave/"])
            list.ShouldContain(part);
        (await desk.PageAsync("/desk/published?q=" + Uri.EscapeDataString("人事"))).ShouldContain(Leave);
        (await desk.PageAsync("/desk/published?q=" + Uri.EscapeDataString("停车"))).ShouldContain("No question matches.");
        (await desk.GetAsync("/desk/published?kind=nonsense")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.GetAsync("/desk/published/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_is_edited_with_a_preview_and_of_two_editors_the_second_is_told_who_was_first()
    {
        var (desk, _) = (await OpenAsync(), await PublishAsync());
        var colleague = await ColleagueAsync();
        var (begun, also) = (Revision(await desk.PageAsync(Here)), Revision(await colleague.PageAsync(Here)));
        (await BackAsync(SaveAsync(desk, "年假**十**天。[1]", begun, ("do", "preview")), HttpStatusCode.OK)).ShouldContain("<strong>十</strong>");
        (await BackAsync(SaveAsync(desk, "年假十天。[9]", begun))).ShouldContain("年假十天。[9]</textarea>");
        await DoneAsync(colleague, SaveAsync(colleague, "十天，须申请。[1]", also), "Saved");
        (await Bot.Http.GetStringAsync("/questions/annual-leave")).ShouldContain("十天，须申请");

        var late = await BackAsync(SaveAsync(desk, "十天，须提前三天申请。[1]", begun), HttpStatusCode.Conflict);
        late.ShouldContain("colleague changed this page while you were editing");
        late.ShouldContain("十天，须提前三天申请。[1]</textarea>");
        (await Bot.Http.GetStringAsync("/questions/annual-leave")).ShouldContain("十天，须申请");
        await DoneAsync(desk, SaveAsync(desk, "十天，须提前三天申请。[1]", Revision(late)), "Saved");

        (await Bot.Http.GetStringAsync("/questions/annual-leave")).ShouldContain("须提前三天申请");
        (await LogAsync()).Where(entry => entry.Action == AuditAction.Wrote).Take(2).Select(entry => entry.By).ShouldBe(["tester", "colleague"]);
    }

    [Fact]
    public async Task A_page_is_taken_down_once_it_is_confirmed_and_can_be_put_back()
    {
        var (desk, _) = (await OpenAsync(), await PublishAsync());
        (await desk.PageAsync(Here)).ShouldContain($"action=\"{Here}/take-down\"");

        var after = await DoneAsync(desk, desk.SubmitAsync(Here + "/take-down"), "It is off the site.");
        after.ShouldContain($"action=\"{Here}/put-back\"");
        (await Bot.Http.GetAsync("/questions/annual-leave")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.SubmitAsync(Here + "/take-down")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await BackAsync(SaveAsync(desk, "十天。[1]", "1"), HttpStatusCode.NotFound)).ShouldContain("was taken down");

        await DoneAsync(desk, desk.SubmitAsync(Here + "/put-back"), "It is back on the site.");
        (await Bot.Http.GetStringAsync("/questions/annual-leave")).ShouldContain("年假十天");
        (await desk.SubmitAsync("/desk/published/nothing/put-back")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_changed_or_went_away_with_a_source_is_found_with_the_reason()
    {
        var (desk, _) = (await OpenAsync(), await PublishAsync());
        (await desk.PageAsync("/desk/published?kind=changed")).ShouldNotContain(Leave);

        await Bot.KnowsAsync("leave-policy", "员工手册", "## 年假\n入职满一年者，年假十五天。");
        await Eventually.TrueAsync(async () => (await desk.PageAsync("/desk/published?kind=changed")).Contains(Leave, StringComparison.Ordinal));
        (await desk.PageAsync(Here)).ShouldContain("please check");
        await DoneAsync(desk, SaveAsync(desk, "年假十五天。[1]", Revision(await desk.PageAsync(Here))), "Saved");
        (await desk.PageAsync("/desk/published?kind=changed")).ShouldNotContain(Leave);

        await Bot.KnowsAsync("leave-policy", "员工手册", "## 年假\n入职满一年者，年假十五天。", "tenant");
        await Eventually.TrueAsync(async () => (await desk.PageAsync("/desk/published?kind=away")).Contains("The document “员工手册” is no longer for everyone", StringComparison.Ordinal));
        (await Bot.EditAsync(HttpMethod.Delete, "/api/knowledge/documents/leave-policy")).EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => (await desk.PageAsync(Here)).Contains("The document “leave-policy” is gone", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> PublishAsync() => (await Bot.EditAsync(
        HttpMethod.Put, "/api/questions/annual-leave", new { question = Leave, answer = "年假十天。[1]", sources = new[] { "leave-policy#年假" }, tags = new[] { "人事" } })).EnsureSuccessStatusCode();

    private static Task<HttpResponseMessage> SaveAsync(DeskClient client, string text, string revision, params (string Name, string Value)[] more) =>
        client.SubmitAsync(Here, [("question", Leave), ("answer", text), ("sources", "leave-policy#年假"), ("tags", "人事"), ("revision", revision), .. more]);

    private static string Revision(string page) => Revisions().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revisions();
}

public sealed class PublishedDeskOnTheEmbeddedStore() : PublishedDeskTests(string.Empty);

public sealed class PublishedDeskOnRedis : PublishedDeskTests, IDisposable
{
    private readonly RedisServer server;

    public PublishedDeskOnRedis()
        : this(RedisServer.Start())
    {
    }

    private PublishedDeskOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
