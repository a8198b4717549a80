using System.Net;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Desk.Sync;

public sealed class SyncPageOnTheEmbeddedStore() : SyncPageTests(string.Empty);

public sealed class SyncPageOnRedis : SyncPageTests, IDisposable
{
    private readonly RedisServer server;

    public SyncPageOnRedis()
        : this(RedisServer.Start())
    {
    }

    private SyncPageOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

/// <summary>The wiki's mirror as editors see and steer it at their desk.</summary>
public abstract partial class SyncPageTests(string redis) : WikiBench(redis)
{
    [Fact]
    public async Task A_space_is_added_watched_and_removed_at_the_desk_and_the_log_tells_by_whom()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Wiki.AddOther(space, "sheet", "花名册");
        var bot = await StartAsync([Seldom, "--Feishu:DocumentCallsPerSecond=50", "--Feishu:DocumentCallsPerMinute=1000"]);
        using var desk = await DeskClient.SignInAsync(bot);
        (await desk.PageAsync("/desk/sync")).ShouldContain("Nothing is synced yet");

        (await GoesToAsync(desk, "/desk/sync/add", ("url", $"https://example.feishu.cn/wiki/{leave.Node!.Token}"), ("space", "1"))).ShouldBe("/desk/sync?done=source-added");
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        var page = Text(await desk.PageAsync("/desk/sync"));
        page.ShouldContain("Up to date");
        page.ShouldContain("公司知识库 public 2 1");
        page.ShouldContain("A spreadsheet: embedded in a document it is read with it.");
        (await GoesToAsync(desk, "/desk/sync/add", ("url", $"https://example.feishu.cn/wiki/{leave.Node!.Token}"), ("space", "1"))).ShouldBe("/desk/sync?done=source-known");
        (await GoesToAsync(desk, "/desk/sync/now")).ShouldBe("/desk/sync?done=sync-begun");
        (await GoesToAsync(desk, "/desk/sync/remove", ("source", $"SpaceOf:{leave.Node!.Token}"))).ShouldBe("/desk/sync?done=source-removed");
        await GoneAsync(bot, leave);

        var log = await bot.Service<AuditLog>().ReadAsync(0, 3);
        log.Select(entry => (entry.Action, entry.By)).ShouldBe([(AuditAction.RemovedSource, "tester"), (AuditAction.Synced, "tester"), (AuditAction.AddedSource, "tester")]);
        Text(await desk.PageAsync("/desk/audit")).ShouldContain("removed from what is synced");
    }

    [Fact]
    public async Task What_failed_stands_there_with_its_remedy_and_is_tried_again_by_a_button()
    {
        var space = Wiki.AddSpace("公司知识库");
        var closed = Wiki.AddPage(space, "薪酬制度", Leave);
        closed.IsReadable = false;
        var bot = await StartSyncingAsync(space, Seldom);
        await IdleAsync(bot);
        using var desk = await DeskClient.SignInAsync(bot);
        var page = await desk.PageAsync("/desk/sync");
        Text(page).ShouldContain("This app may not read the document. 1770032 Add this app to the document");
        page.ShouldContain("aria-label=\"Try again: 公司知识库 › 薪酬制度\"");
        page.ShouldNotContain("/desk/sync/remove", Case.Sensitive, "what stands in the settings is changed there");

        Wiki.Change(() => closed.IsReadable = true);
        (await GoesToAsync(desk, "/desk/sync/again", ("token", Regex.Match(page, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value))).ShouldBe("/desk/sync?done=tried-again");

        await FoundAsync(bot, "年假十天", closed);
        await IdleAsync(bot);
        Text(await desk.PageAsync("/desk/sync")).ShouldNotContain("薪酬制度");
        (await bot.Service<AuditLog>().ReadAsync(0, 1))[0].ShouldSatisfyAllConditions(
            entry => entry.Action.ShouldBe(AuditAction.Synced), entry => entry.Title.ShouldBe("薪酬制度"), entry => entry.Subject.ShouldBe("document:feishu-" + closed.Token));
        (await GoesToAsync(desk, "/desk/sync/again", ("token", "NoSuchDocument"))).ShouldBe("/desk/sync");
    }

    [Fact]
    public async Task A_wrong_address_is_said_and_what_was_typed_stays()
    {
        var bot = await StartAsync(Seldom);
        using var desk = await DeskClient.SignInAsync(bot);

        using var refused = await desk.SubmitAsync("/desk/sync/add", ("url", "https://example.feishu.cn/sheets/\"abc"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("value=\"https://example.feishu.cn/sheets/&quot;abc\"");
        page.ShouldContain("aria-describedby=\"url-wrong\"");
        page.ShouldContain("older documents, sheets and the like cannot be synced");
        page.ShouldNotContain(" checked");
        using var unknown = await desk.SubmitAsync("/desk/sync/remove", ("source", "Page:WikiNodeTokenWikiNode000001"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bot.Service<AuditLog>().ReadAsync(0, 1))[0].Action.ShouldBe(AuditAction.SignedIn);
    }

    [Fact]
    public async Task Without_Feishu_the_page_says_how_to_connect_it()
    {
        using var desk = await DeskClient.SignInAsync(await StartAsync("--Feishu:AppId="));

        var page = await desk.PageAsync("/desk/sync");

        page.ShouldContain("Feishu is not connected");
        page.ShouldContain("Feishu:AppSecret");
        page.ShouldNotContain("/desk/sync/add");
    }

    [Fact]
    public async Task A_post_without_the_forms_token_changes_nothing()
    {
        var bot = await StartAsync(Seldom);
        using var desk = await DeskClient.SignInAsync(bot);

        foreach (var path in new[] { "now", "again", "add", "remove" })
            (await desk.PostAsync("/desk/sync/" + path, new() { ["url"] = "https://example.feishu.cn/wiki/WikiNodeTokenWikiNode000001" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await bot.Service<AuditLog>().CountAsync()).ShouldBe(1);
        (await StatusAsync(bot)).GetProperty("sources").GetArrayLength().ShouldBe(0);
    }

    private static async Task<string> GoesToAsync(DeskClient desk, string path, params (string, string)[] fields)
    {
        using var response = await desk.SubmitAsync(path, fields);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    /// <summary>A page as it is read.</summary>
    private static string Text(string page) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(page, " "), " "));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
