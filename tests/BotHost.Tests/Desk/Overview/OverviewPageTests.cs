using System.Net;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk.Overview;

public sealed class OverviewOnTheEmbeddedStore() : OverviewPageTests(string.Empty);

public sealed class OverviewOnRedis : OverviewPageTests, IDisposable
{
    private readonly RedisServer server;

    public OverviewOnRedis()
        : this(RedisServer.Start())
    {
    }

    private OverviewOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

/// <summary>What an editor sees first.</summary>
public abstract partial class OverviewPageTests(string redis) : WikiBench(redis)
{
    [Fact]
    public async Task What_waits_what_is_wrong_and_how_the_week_went_stand_there_and_lead_on()
    {
        var space = Wiki.AddSpace("公司知识库");
        Wiki.AddPage(space, "薪酬制度", Leave).IsReadable = false;
        var bot = await StartSyncingAsync(space, Seldom, "--Knowledge:StaleAfter=30.00:00:00", "--Feishu:MonthlyCalls=10000");
        await bot.KnowsAsync("leave", "请假制度", "## 年假\n入职满一年者，年假十天。");
        await bot.AnswersOfficiallyAsync("leave-days", new { question = "年假有几天？", answer = "十天。[1]", sources = new[] { "leave" }, audience = "everyone" });
        await bot.KnowsAsync("leave", "请假制度", "## 年假\n入职满一年者，年假十五天。");
        using var old = await bot.EditAsync(HttpMethod.Put, "/api/knowledge/documents/old", new { title = "旧", markdown = "旧。", updatedAt = "2020-01-01" });
        Model.Otherwise = request => ModelReply.Says(request.User);
        foreach (var question in new[] { "火星上有几座食堂？", "哪里可以骑马？", "海底有没有图书馆？", "谁养了办公室的猫？" })
            (await bot.Http.GetStringAsync("/?q=" + Uri.EscapeDataString(question))).ShouldNotBeEmpty();
        await Eventually.TrueAsync(async () => (await bot.Service<GapStore>().ListAsync()).Count == 4);
        await IdleAsync(bot);
        using var desk = await DeskClient.SignInAsync(bot);

        var page = await desk.PageAsync("/desk");

        var text = WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(page, " "), " "));
        text.ShouldContain("Questions that wait for you 4");
        text.ShouldContain("See all 4");
        Regex.Count(page, "href=\"/desk/questions/").ShouldBe(3);
        text.ShouldContain("Asked 4 0 yesterday");
        text.ShouldContain("Answered 0%");
        text.ShouldContain("Documents Needs a look: 2 in the knowledge base · 1 long unchanged");
        text.ShouldContain("Official answers Needs a look: The sources of 1 have changed");
        text.ShouldContain("Sync Needs a look: Up to date · 1 could not be synced");
        text.ShouldContain("of 10,000 (0%)");
        text.ShouldContain("passages can be found");
        foreach (var path in new[] { "/desk/questions", "/desk/documents", "/desk/sync", "/desk/numbers#calls", "/desk/numbers?days=7" })
            page.ShouldContain($"href=\"{path}\"");
    }

    [Fact]
    public async Task A_fresh_installation_without_Feishu_is_led_on()
    {
        using var desk = await DeskClient.SignInAsync(await StartAsync("--Feishu:AppId="));

        var page = await desk.PageAsync("/desk");

        page.ShouldContain("No question waits.");
        page.ShouldContain("None yet: upload, push or sync some.");
        page.ShouldNotContain("Calls to Feishu");
        Regex.Count(page, "class=\"sparkline\"").ShouldBe(4);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
