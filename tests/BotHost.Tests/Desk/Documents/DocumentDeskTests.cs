using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Desk.Documents;

/// <summary>What an editor does with documents, by the forms of the desk, without a script.</summary>
public abstract class DocumentDeskTests(string redis) : FrontDoor.FrontDoor(redis)
{
    [Fact]
    public async Task A_document_is_written_found_changed_compared_and_brought_back()
    {
        var (bot, desk) = await SignInAsync();
        var created = await desk.SubmitAsync("/desk/new-document", Form("员工手册", "# 年假\n\n入职满一年者，年假十天。", ("id", "handbook"), ("tags", "人事, 假期")));
        To(created).ShouldBe("/desk/documents/handbook?done=created");
        (await (await bot.EditAsync(HttpMethod.Get, "/api/search?q=年假几天")).Content.ReadAsStringAsync()).ShouldContain("handbook");
        var page = await desk.PageAsync(To(created));
        foreach (var part in (string[])["Created. It can be found now.", "found by searches", "the organisation", "tester", "入职满一年者", "人事"])
            page.ShouldContain(part);

        var edit = await ReadAsync(desk, "/desk/documents/handbook/edit");
        Value(edit, "markdown").ShouldBe("# 年假\n\n入职满一年者，年假十天。");
        var saved = await desk.SubmitAsync("/desk/documents/handbook/edit", Form("员工手册", "# 年假\r\n\r\n入职满一年者，年假十二天。", ("revision", Value(edit, "revision")), ("audience", "everyone")));
        To(saved).ShouldBe("/desk/documents/handbook?done=saved");
        (await bot.Http.GetStringAsync("/documents/handbook")).ShouldContain("年假十二天");

        var compared = await ReadAsync(desk, "/desk/documents/handbook/compare?from=1&to=2");
        compared.QuerySelector(".diff .added ins")!.TextContent.ShouldBe("二");
        compared.QuerySelector(".changed")!.TextContent.ShouldContain("everyone");
        (await ReadAsync(desk, "/desk/documents/handbook/revisions/1")).QuerySelector("article")!.TextContent.ShouldContain("年假十天");
        var confirm = await ReadAsync(desk, "/desk/documents/handbook/revisions/1/restore");
        To(await desk.SubmitAsync("/desk/documents/handbook/revisions/1/restore", ("revision", Value(confirm, "revision")))).ShouldBe("/desk/documents/handbook?done=restored");
        (await (await bot.EditAsync(HttpMethod.Get, "/api/knowledge/documents/handbook")).JsonAsync(HttpStatusCode.OK)).GetProperty("markdown").GetString()!.ShouldContain("年假十天");

        var audit = await desk.PageAsync("/desk/audit");
        foreach (var part in (string[])["document:handbook", "revision 3", "restored an earlier revision of"])
            audit.ShouldContain(part);
    }

    [Fact]
    public async Task Saving_what_has_not_changed_makes_no_revision()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "十天。", "tenant");

        var saved = await desk.SubmitAsync("/desk/documents/leave/edit", Form("年假", "十天。", ("revision", "1"), ("url", "https://wiki.example.com/leave")));

        To(saved).ShouldBe("/desk/documents/leave?done=unchanged");
        (await desk.PageAsync(To(saved))).ShouldContain("Nothing had changed");
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_both_texts_and_decides()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "年假十天。\n\n须提前申请。", "tenant");
        await bot.KnowsAsync("leave", "年假", "年假十五天。\n\n须提前申请。", "tenant");

        var refused = await desk.SubmitAsync("/desk/documents/leave/edit", Form("年假", "年假二十天。\n\n须提前申请。", ("revision", "1")));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = Parse(await refused.Content.ReadAsStringAsync());
        page.QuerySelector(".conflict")!.TextContent.ShouldContain("tester has saved revision 2");
        page.QuerySelector(".diff .removed")!.TextContent.ShouldContain("年假十五天");
        page.QuerySelector(".diff .added")!.TextContent.ShouldContain("年假二十天");
        (Value(page, "markdown"), Value(page, "revision")).ShouldBe(("年假二十天。\n\n须提前申请。", "2"));
        (await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "leave")))!.Document.Markdown.ShouldStartWith("年假十五天");
        To(await desk.SubmitAsync("/desk/documents/leave/edit", Form("年假", Value(page, "markdown"), ("revision", Value(page, "revision"))))).ShouldBe("/desk/documents/leave?done=saved");
        (await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "leave")))!.Document.Markdown.ShouldStartWith("年假二十天");
    }

    [Fact]
    public async Task What_somebody_else_deleted_meanwhile_is_told_and_can_be_written_again()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "十天。", "tenant");
        await bot.EditAsync(HttpMethod.Delete, "/api/knowledge/documents/leave");

        var refused = await desk.SubmitAsync("/desk/documents/leave/edit", Form("年假", "十二天。", ("revision", "1")));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = Parse(await refused.Content.ReadAsStringAsync());
        page.QuerySelector(".conflict")!.TextContent.ShouldContain("tester has deleted it");
        To(await desk.SubmitAsync("/desk/documents/leave/edit", Form("年假", Value(page, "markdown"), ("revision", Value(page, "revision"))))).ShouldBe("/desk/documents/leave?done=saved");
    }

    [Fact]
    public async Task What_is_wrong_is_named_beside_its_field_and_nothing_typed_is_lost()
    {
        var (_, desk) = await SignInAsync();

        var refused = await desk.SubmitAsync("/desk/new-document", Form(
            "   ", "正文 <b> & 文字", ("id", "not an id/"), ("url", "ftp://example.com"), ("tags", new string('t', 80)), ("audience", "some"), ("chats", "chat 1"), ("users", "")));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = Parse(await refused.Content.ReadAsStringAsync());
        page.QuerySelector("#id-complaint").ShouldNotBeNull();
        (Value(page, "markdown"), Value(page, "id"), Value(page, "chats")).ShouldBe(("正文 <b> & 文字", "not an id/", "chat 1"));
        refused = await desk.SubmitAsync("/desk/new-document", Form(
            "   ", "正文", ("id", "fine"), ("url", "ftp://example.com"), ("tags", new string('t', 80)), ("audience", "some"), ("chats", "chat 1"), ("users", "")));
        page = Parse(await refused.Content.ReadAsStringAsync());
        foreach (var field in (string[])["title", "url", "tags", "chats"])
        {
            page.QuerySelector($"#{field}-complaint").ShouldNotBeNull(field);
            page.QuerySelector($"[name={field}]")!.GetAttribute("aria-describedby")!.ShouldContain($"{field}-complaint");
        }
        Parse(await (await desk.SubmitAsync("/desk/new-document", Form("标题", "正文", ("audience", "some"), ("chats", ""), ("users", "")))).Content.ReadAsStringAsync())
            .QuerySelector("#audience-complaint")!.TextContent.ShouldContain("at least one chat or person");
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused_and_one_is_made_from_the_title()
    {
        var (_, desk) = await SignInAsync();
        To(await desk.SubmitAsync("/desk/new-document", Form("Leave policy", "Ten days."))).ShouldBe("/desk/documents/leave-policy?done=created");

        var refused = await desk.SubmitAsync("/desk/new-document", Form("Leave policy", "Twelve days."));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Parse(await refused.Content.ReadAsStringAsync()).QuerySelector("#id-complaint")!.TextContent.ShouldContain("leave-policy");
        (await desk.PageAsync("/desk/documents/leave-policy")).ShouldContain("Ten days.");
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_and_a_post_without_end_is_cut_off()
    {
        var (_, desk) = await SignInAsync();

        var refused = await desk.SubmitAsync("/desk/new-document", Form("长", new string('a', SubmissionReader.MaxMarkdown + 1)));
        var page = Parse(await refused.Content.ReadAsStringAsync());
        page.QuerySelector("#markdown-complaint")!.TextContent.ShouldContain("5 MB");
        Value(page, "markdown").Length.ShouldBe(SubmissionReader.MaxMarkdown + 1);

        (await desk.SubmitAsync("/desk/preview", ("markdown", new string('a', 21 * 1024 * 1024)))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_preview_shows_the_text_as_the_site_would_and_saves_nothing()
    {
        var (bot, desk) = await SignInAsync();
        const string Hostile = "# 年假\n\n**十天** <script>alert(1)</script> [x](javascript:alert(1))";

        var preview = await (await desk.SubmitAsync("/desk/preview", ("title", "年假"), ("markdown", Hostile))).Content.ReadAsStringAsync();
        var page = Parse(await (await desk.SubmitAsync("/desk/new-document", Form("年假", Hostile, ("id", "leave"), ("do", "preview")))).Content.ReadAsStringAsync());

        foreach (var html in (string[])[preview, page.QuerySelector(".preview article")!.InnerHtml])
        {
            html.ShouldContain("<strong>十天</strong>");
            html.ShouldNotContain("<script");
            html.ShouldNotContain("javascript:");
        }
        Value(page, "markdown").ShouldBe(Hostile);
        (await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "leave"))).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_asks_first_says_what_goes_with_it_and_can_be_undone()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "## 年假\n十天。", "tenant");
        await bot.AnswersOfficiallyAsync("days", new { question = "年假几天？", answer = "十天。[1]", sources = new[] { "leave" } });

        var confirm = await ReadAsync(desk, "/desk/documents/leave/delete");
        confirm.QuerySelector("main")!.TextContent.ShouldContain("Official answers rest on it (1)");
        await bot.KnowsAsync("leave", "年假", "## 年假\n十二天。", "tenant");
        (await desk.SubmitAsync("/desk/documents/leave/delete", ("revision", Value(confirm, "revision")))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        confirm = await ReadAsync(desk, "/desk/documents/leave/delete");
        To(await desk.SubmitAsync("/desk/documents/leave/delete", ("revision", Value(confirm, "revision")))).ShouldBe("/desk/documents/leave?done=deleted");

        (await (await bot.EditAsync(HttpMethod.Get, "/api/search?q=年假")).Content.ReadAsStringAsync()).ShouldNotContain("\"leave\"");
        (await desk.PageAsync("/desk/documents/leave")).ShouldContain("tester deleted it");
        (await desk.PageAsync("/desk/documents")).ShouldNotContain("/desk/documents/leave\"");
        (await desk.PageAsync("/desk/answers/days")).ShouldContain("a source has changed");
        To(await desk.SubmitAsync("/desk/documents/leave/revisions/2/restore", ("revision", "0"))).ShouldBe("/desk/documents/leave?done=restored");
        (await desk.PageAsync("/desk/documents/leave")).ShouldContain("十二天");
    }

    [Fact]
    public async Task What_is_pushed_or_mirrored_is_changed_where_it_comes_from()
    {
        var (bot, desk) = await SignInAsync();
        var store = bot.Service<KnowledgeStore>();
        await store.PutAsync(new("pushed", "推送来的", "正文", Audience.Tenant) { Origin = "handbook" }, Precondition.None, "ci");
        await store.PutAsync(new("feishu-abc", "飞书来的", "正文", Audience.Tenant) { Url = "https://example.feishu.cn/docx/abc" }, Precondition.None, KnowledgeStore.MirrorEditor);

        foreach (var (id, why) in new[] { ("pushed", "pushed from the folder &#x27;handbook&#x27;"), ("feishu-abc", "mirrored from Feishu") })
        {
            var page = await desk.PageAsync($"/desk/documents/{id}");
            page.ShouldContain(why);
            page.ShouldNotContain($"/desk/documents/{id}/edit");
            (await desk.GetAsync($"/desk/documents/{id}/edit")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await desk.SubmitAsync($"/desk/documents/{id}/edit", Form("新标题", "新正文", ("revision", "1")))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        (await desk.PageAsync("/desk/documents/feishu-abc")).ShouldContain("href=\"https://example.feishu.cn/docx/abc\"");
        (await desk.SubmitAsync("/desk/documents/feishu-abc/delete", ("revision", "1"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        To(await desk.SubmitAsync("/desk/documents/pushed/delete", ("revision", "1"))).ShouldBe("/desk/documents/pushed?done=deleted");
    }

    [Fact]
    public async Task The_list_is_searched_filtered_sorted_and_paged()
    {
        var (bot, desk) = await SignInAsync("--Knowledge:StaleAfter=30.00:00:00");
        var store = bot.Service<KnowledgeStore>();
        for (var number = 0; number < 60; number++)
            await store.PutAsync(new($"doc-{number:00}", $"文档 {number:00}", new string('文', number + 1), number % 2 == 0 ? Audience.Everyone : Audience.Tenant) { Tags = number < 3 ? ["少见"] : [] }, Precondition.None, "ann");
        await store.PutAsync(new("old", "旧制度", "以前的规定。", Audience.Tenant) { UpdatedAt = DateTimeOffset.UtcNow.AddDays(-90) }, Precondition.None, "ann");
        await bot.KnowsAsync("vpn", "远程办公", "# 连接\n\n在家要先连接 VPN 才能访问内网。");

        Titles(await ReadAsync(desk, "/desk/documents")).Count.ShouldBe(50);
        Titles(await ReadAsync(desk, "/desk/documents"))[0].ShouldBe("远程办公");
        Titles(await ReadAsync(desk, "/desk/documents?page=2")).Count.ShouldBe(12);
        Titles(await ReadAsync(desk, "/desk/documents?tag=少见&sort=title")).ShouldBe(["文档 00", "文档 01", "文档 02"]);
        Titles(await ReadAsync(desk, "/desk/documents?audience=everyone")).Count.ShouldBe(31);
        Titles(await ReadAsync(desk, "/desk/documents?stale=1")).ShouldBe(["旧制度"]);
        Titles(await ReadAsync(desk, "/desk/documents?sort=size"))[0].ShouldBe("文档 59");
        Titles(await ReadAsync(desk, "/desk/documents?from=written")).Count.ShouldBe(50);
        Titles(await ReadAsync(desk, "/desk/documents?q=doc-07")).ShouldBe(["文档 07"]);
        var found = await ReadAsync(desk, "/desk/documents?q=" + Uri.EscapeDataString("怎么访问内网"));
        Titles(found)[0].ShouldBe("远程办公");
        found.QuerySelector(".catalogue .passage")!.TextContent.ShouldContain("VPN");
        found.QuerySelector(".tally")!.TextContent.ShouldContain("searched by words");
        (await desk.GetAsync("/desk/documents?page=99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.PageAsync("/desk/documents?tag=nowhere")).ShouldContain("Clear");
    }

    [Fact]
    public async Task Files_become_documents_and_one_that_is_there_is_replaced_only_when_asked()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "十天。", "tenant");
        (string, string)[] files =
        [
            ("leave.md", "# 年假\n\n十二天。见[差旅](travel.html)。"),
            ("travel.html", "<html><head><title>差旅</title></head><body><h1>差旅</h1><p>高铁二等座。</p></body></html>"),
            ("说明.md", "没有标题的一段话。"),
            ("photo.png", "not a document"),
        ];

        var page = Parse(await UploadAsync(desk, files, ("audience", "everyone"), ("tags", "人事")));
        var results = page.QuerySelectorAll(".uploads li").Select(row => row.GetAttribute("data-state")).ToList();
        results.ShouldBe(["exists", "created", "created", "refused"]);
        page.QuerySelector("[data-state=refused]")!.TextContent.ShouldContain("not supported");
        Titles(await ReadAsync(desk, "/desk/documents?tag=人事&sort=title")).ShouldBe(["差旅", "说明"], ignoreOrder: true);

        page = Parse(await UploadAsync(desk, files[..2], ("audience", "tenant"), ("tags", ""), ("replace", "1")));
        page.QuerySelectorAll(".uploads li").Select(row => row.GetAttribute("data-state")).ShouldBe(["replaced", "replaced"]);
        var leave = (await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "leave")))!;
        leave.Document.Markdown.ShouldContain("(/documents/travel.html)");
        leave.Editor.ShouldBe("tester");
        (await (await bot.EditAsync(HttpMethod.Get, "/api/search?q=高铁")).Content.ReadAsStringAsync()).ShouldContain("travel.html");
        page = Parse(await UploadAsync(desk, files[..1], ("audience", "tenant"), ("replace", "1")));
        page.QuerySelector(".uploads li")!.GetAttribute("data-state").ShouldBe("unchanged");
    }

    [Fact]
    public async Task An_upload_without_files_or_readers_says_what_is_missing()
    {
        var (_, desk) = await SignInAsync();

        var page = Parse(await UploadAsync(desk, [], ("audience", "some"), ("chats", "x")));

        page.QuerySelector("#files-complaint").ShouldNotBeNull();
        page.QuerySelector("#chats-complaint").ShouldNotBeNull();
        Value(page, "chats").ShouldBe("x");
    }

    [Fact]
    public async Task Official_answers_are_written_flagged_checked_and_restored()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "员工手册", LeavePolicy, "everyone");
        (string, string)[] answer =
        [
            ("question", "年假有几天？"), ("paraphrases", "一年能休几天\r\n年休假多少天"), ("answer", "十天。[1]"), ("sources", "leave#年假"), ("audience", "everyone"), ("expiresAt", ""),
        ];
        To(await desk.SubmitAsync("/desk/new-answer", [.. answer, ("id", "days")])).ShouldBe("/desk/answers/days?done=created");
        (await (await bot.EditAsync(HttpMethod.Get, "/api/knowledge/answers/days")).JsonAsync(HttpStatusCode.OK)).GetProperty("paraphrases").GetArrayLength().ShouldBe(2);

        await bot.KnowsAsync("leave", "员工手册", LeavePolicy.Replace("十天", "十二天", StringComparison.Ordinal));
        var list = await desk.PageAsync("/desk/answers?flagged=1");
        list.ShouldContain("a source has changed");
        var page = await ReadAsync(desk, "/desk/answers/days");
        page.QuerySelector(".outrun")!.TextContent.ShouldContain("leave#年假");
        To(await desk.SubmitAsync("/desk/answers/days", [.. answer.Where(field => field.Item1 != "answer"), ("answer", "十二天。[1]"), ("revision", Value(page, "revision"))])).ShouldBe("/desk/answers/days?done=saved");
        (await desk.PageAsync("/desk/answers?flagged=1")).ShouldNotContain("年假有几天");
        (await desk.PageAsync("/desk/answers?q=年休假")).ShouldContain("年假有几天");

        var conflict = await desk.SubmitAsync("/desk/answers/days", [.. answer, ("revision", "1")]);
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Parse(await conflict.Content.ReadAsStringAsync()).QuerySelector(".diff .removed")!.TextContent.ShouldContain("十二天");
        To(await desk.SubmitAsync("/desk/answers/days/revisions/1/restore", ("revision", "2"))).ShouldBe("/desk/answers/days?done=restored");
        To(await desk.SubmitAsync("/desk/answers/days/delete", ("revision", "3"))).ShouldBe("/desk/answers/days?done=deleted");
        (await desk.PageAsync("/desk/answers/days")).ShouldContain("tester deleted it");
    }

    [Fact]
    public async Task An_official_answer_with_faults_comes_back()
    {
        var (_, desk) = await SignInAsync();

        var refused = await desk.SubmitAsync("/desk/new-answer", ("question", "年假有几天？"), ("answer", "十天。[2]"), ("sources", "nowhere"), ("audience", "tenant"), ("expiresAt", "someday"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = Parse(await refused.Content.ReadAsStringAsync());
        (page.QuerySelector("#sources-complaint") is not null, page.QuerySelector("#expiresAt-complaint") is not null).ShouldBe((true, true));
        Value(page, "answer").ShouldBe("十天。[2]");
        refused = await desk.SubmitAsync("/desk/new-answer", ("question", "年假有几天？"), ("answer", "十天。[1]"), ("sources", "nowhere"), ("audience", "tenant"));
        Parse(await refused.Content.ReadAsStringAsync()).QuerySelector("#sources-complaint")!.TextContent.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Nothing_is_written_without_the_forms_token_and_nothing_is_seen_without_signing_in()
    {
        var (bot, desk) = await SignInAsync();
        await bot.KnowsAsync("leave", "年假", "十天。", "tenant");
        using var stranger = new DeskClient(bot.Address);

        (await desk.PostAsync("/desk/documents/leave/delete", new() { ["revision"] = "1" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.SendAsync("/desk/upload", new MultipartFormDataContent { { new StringContent("# x"), "files", "x.md" } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var path in (string[])["/desk/documents", "/desk/documents/leave", "/desk/answers", "/desk/upload", "/desk/new-document"])
            (await stranger.GetAsync(path)).Headers.Location!.ToString().ShouldStartWith("/desk/sign-in");
        (await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "leave"))).ShouldNotBeNull();
    }

    private protected async Task<(Bot Bot, DeskClient Desk)> SignInAsync(params string[] settings)
    {
        var bot = await StartAsync(["--Feishu:AppId=", .. settings]);
        return (bot, await DeskClient.SignInAsync(bot));
    }

    private static (string Name, string Value)[] Form(string title, string markdown, params (string Name, string Value)[] others) =>
    [
        ("title", title), ("markdown", markdown), .. new[] { ("id", ""), ("url", ""), ("tags", ""), ("audience", "tenant"), ("chats", ""), ("users", "") }.Where(field => others.All(other => other.Name != field.Item1)),
        .. others,
    ];

    private static string To(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, response.Content.ReadAsStringAsync().Result);
        return response.Headers.Location!.ToString();
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static async Task<IHtmlDocument> ReadAsync(DeskClient desk, string path) => Parse(await desk.PageAsync(path));

    private static string Value(IHtmlDocument page, string field) => page.QuerySelector($"main [name={field}]") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"There is no field {field}."),
    };

    private static List<string> Titles(IHtmlDocument page) => [.. page.QuerySelectorAll(".catalogue h2").Select(title => title.TextContent)];

    private static async Task<string> UploadAsync(DeskClient desk, (string Name, string Text)[] files, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent { { new StringContent(await desk.TokenAsync()), Wenlu.BotHost.Desk.DeskGate.TokenField } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, text) in files)
            content.Add(new StringContent(text), "files", name);
        return await (await desk.SendAsync("/desk/upload", content)).Content.ReadAsStringAsync();
    }
}

public sealed class DocumentDeskOnTheEmbeddedStore() : DocumentDeskTests(string.Empty);

public sealed class DocumentDeskOnRedis : DocumentDeskTests, IDisposable
{
    private readonly RedisServer server;

    public DocumentDeskOnRedis()
        : this(RedisServer.Start())
    {
    }

    private DocumentDeskOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    [Fact]
    public async Task What_one_replica_wrote_every_other_lists_at_once()
    {
        var (first, desk) = await SignInAsync();
        var second = await StartReplicaAsync("--Feishu:AppId=");
        using var other = await DeskClient.SignInAsync(second);
        (await other.PageAsync("/desk/documents")).ShouldContain("There are no documents yet");

        await first.KnowsAsync("leave", "年假", "十天。");
        (await other.PageAsync("/desk/documents")).ShouldContain("/desk/documents/leave\"");
        await second.EditAsync(HttpMethod.Delete, "/api/knowledge/documents/leave");
        (await desk.PageAsync("/desk/documents")).ShouldNotContain("/desk/documents/leave\"");
    }

    public void Dispose() => server.Dispose();
}
