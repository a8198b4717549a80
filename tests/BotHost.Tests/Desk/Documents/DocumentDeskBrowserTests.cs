using System.Text;
using Microsoft.Playwright;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Desk.Documents;

/// <summary>The seeded service, with a document that has a past and an answer whose source has changed, and a browser at its desk.</summary>
public sealed class DeskBrowser : IAsyncLifetime
{
    private readonly SeededSite site = new();
    private Chromium? browser;

    internal Bot Bot => site.Bot;

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        await Bot.KnowsAsync("leave", "请假制度", "# 年假\n\n入职满一年的员工，年假十天。需要提前三天在 OA 中申请，由直属上级批准。\n\n# 病假\n\n需要医院证明。\n", "tenant");
        await Bot.AnswersOfficiallyAsync("annual-leave", new { question = "年假有几天？", paraphrases = new[] { "一年能休几天" }, answer = "**十天**，入职满一年起。[1]", sources = new[] { "leave#年假" }, audience = "tenant" });
        await Bot.AnswersOfficiallyAsync("wifi", new { question = "访客 Wi-Fi 的密码是什么？", answer = "每天更换，见前台的牌子。", audience = "tenant", expiresAt = "2026-01-01" });
        await Bot.KnowsAsync("leave", "请假制度", "# 年假\n\n入职满一年的员工，年假十二天。需要提前两天在 OA 中申请，由直属上级批准。\n\n# 病假\n\n需要医院证明。\n\n| 天数 | 批准人 |\n|---|---|\n| 三天以内 | 直属上级 |\n| 更长 | 部门负责人 |\n", "everyone");
        await Bot.Service<KnowledgeStore>().PutAsync(
            new("feishu-doxcnA1b2", "报销流程（飞书）", "## 报销\n\n发票须在三十天内提交。", Audience.Tenant) { Url = "https://example.feishu.cn/docx/doxcnA1b2", Tags = ["财务"] }, Precondition.None, KnowledgeStore.MirrorEditor);
        browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    /// <summary>Signed in by key, at the list of documents.</summary>
    internal async Task<Visit> SignInAsync(int width = 1280, ColorScheme colors = ColorScheme.Light, string language = "zh-CN", bool script = true)
    {
        BrowserNewContextOptions options = new()
        {
            BaseURL = Bot.Address.ToString(),
            Locale = language,
            ColorScheme = colors,
            ViewportSize = new() { Width = width, Height = 860 },
            JavaScriptEnabled = script,
        };
        var visit = await Visit.BeginAsync(await browser!.NewContextAsync(options), options);
        await visit.GoAsync("/desk/sign-in?back=/desk/documents");
        await visit.Page.Locator("#key").FillAsync(Bot.EditorKey);
        await visit.Page.Locator("#key").PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/desk/documents");
        return visit;
    }
}

/// <summary>An editor at work on documents, in a real browser.</summary>
public sealed class DocumentDeskBrowserTests(DeskBrowser desk) : IClassFixture<DeskBrowser>
{
    [Fact]
    public async Task An_editor_writes_previews_restores_uploads_and_finds()
    {
        await using var visit = await desk.SignInAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "新建文档" }).ClickAsync();
        await page.Locator("#title").FillAsync("远程办公");
        await page.Locator("#id").FillAsync("remote");
        await page.Locator("#markdown").FillAsync("# 设备\n\n公司发**一台**笔记本。");
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("一台");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("现在就能搜到");
        await Expect(page.Locator(".facts-list")).ToContainTextAsync("可以搜到");

        await page.GetByRole(AriaRole.Link, new() { Name = "编辑", Exact = true }).ClickAsync();
        await page.Locator("#markdown").FillAsync("# 设备\n\n公司发**两台**笔记本。");
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("两台");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".paper")).ToContainTextAsync("两台");
        await page.Locator("a[href$='/revisions/1/restore']").ClickAsync();
        await Expect(page.Locator(".diff .added ins")).ToHaveTextAsync("一");
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复这个版本" }).ClickAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync("一台");

        await page.GotoAsync("/desk/upload");
        await page.Locator("#files").SetInputFilesAsync(
        (FilePayload[])
        [
            new() { Name = "canteen.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes("# 食堂\n\n午餐十一点半开始。见[远程](remote.md)。") },
            new() { Name = "remote.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes("# 远程办公\n\n每周两天。") },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传文件" }).ClickAsync();
        await Expect(page.Locator("[data-state=created]")).ToContainTextAsync("canteen");
        await Expect(page.Locator("[data-state=exists]")).ToContainTextAsync("remote");
        await page.GetByRole(AriaRole.Button, new() { Name = "替换它" }).ClickAsync();
        await Expect(page.Locator("[data-state=replaced]")).ToContainTextAsync("remote");

        await page.GotoAsync("/desk/documents");
        await page.Locator("#q").FillAsync("午餐几点");
        await page.Locator("#q").PressAsync("Enter");
        await Expect(page.Locator(".catalogue h2").First).ToHaveTextAsync("食堂");
        await Expect(page.Locator(".catalogue .passage").First).ToContainTextAsync("十一点半");
    }

    [Fact]
    public async Task Whoever_leaves_with_something_unsaved_is_asked()
    {
        await using var visit = await desk.SignInAsync();
        var asked = new TaskCompletionSource<string>();
        visit.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await visit.GoAsync("/desk/documents/leave/edit");
        await visit.Page.Locator("#markdown").PressSequentiallyAsync("x");

        await visit.Page.Locator(".breadcrumb a").First.ClickAsync();

        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe("beforeunload");
        visit.Page.Url.ShouldEndWith("/edit");
    }

    [Fact]
    public async Task What_was_typed_outlives_a_reload_until_the_document_changes()
    {
        await using var visit = await desk.SignInAsync();
        await desk.Bot.KnowsAsync("draft", "草稿", "一行。", "tenant");
        visit.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await visit.GoAsync("/desk/documents/draft/edit");
        await visit.Page.Locator("#markdown").FillAsync("一行。又一行。");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#markdown")).ToHaveValueAsync("一行。");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "接着写" }).ClickAsync();

        await Expect(visit.Page.Locator("#markdown")).ToHaveValueAsync("一行。又一行。");
        await Expect(visit.Page.Locator(".preview")).ToContainTextAsync("又一行");
        await desk.Bot.KnowsAsync("draft", "草稿", "别人的一行。", "tenant");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#markdown")).ToHaveValueAsync("别人的一行。");
        await Expect(visit.Page.Locator("[data-draft]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Of_two_windows_the_second_keeps_its_text_and_sees_the_difference()
    {
        await using var visit = await desk.SignInAsync();
        await desk.Bot.KnowsAsync("travel", "差旅", "高铁二等座。", "tenant");
        await visit.GoAsync("/desk/documents/travel/edit");
        await desk.Bot.KnowsAsync("travel", "差旅", "高铁一等座。", "tenant");
        await visit.Page.Locator("#markdown").FillAsync("高铁商务座。");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();

        await Expect(visit.Page.Locator(".conflict")).ToContainTextAsync("tester 保存了版本 2");
        await Expect(visit.Page.Locator("#markdown")).ToHaveValueAsync("高铁商务座。");
        await visit.ShowsAsync("desk-conflict");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "用我的覆盖版本 2" }).First.ClickAsync();
        await Expect(visit.Page.Locator(".paper")).ToContainTextAsync("高铁商务座");
        visit.Complaints.RemoveAll(complaint => complaint.Contains("409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_script_all_of_it_works()
    {
        await using var visit = await desk.SignInAsync(script: false, language: "en");
        var page = visit.Page;
        await page.GotoAsync("/desk/new-document");
        await page.Locator("#title").FillAsync("Parking");
        await page.Locator("#markdown").FillAsync("Level **B2**.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).First.ClickAsync();
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("B2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("It can be found now");

        await page.GotoAsync("/desk/upload");
        await page.Locator("#files").SetInputFilesAsync((FilePayload[])[new() { Name = "bikes.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes("# Bikes\n\nStand at gate 3.") }]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload files" }).ClickAsync();
        await Expect(page.Locator("[data-state=created]")).ToContainTextAsync("bikes");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(320, ColorScheme.Light, "zh-CN")]
    public async Task Every_page_fits_every_screen(int width, ColorScheme colors, string language)
    {
        await using var visit = await desk.SignInAsync(width, colors, language);
        await visit.ShowsAsync("desk-documents");
        foreach (var (name, path) in new[]
        {
            ("desk-search", "/desk/documents?q=" + Uri.EscapeDataString("年假")), ("desk-document", "/desk/documents/leave"), ("desk-mirrored", "/desk/documents/feishu-doxcnA1b2"),
            ("desk-edit", "/desk/documents/leave/edit"), ("desk-compare", "/desk/documents/leave/compare"), ("desk-delete", "/desk/documents/leave/delete"),
            ("desk-upload", "/desk/upload"), ("desk-answers", "/desk/answers"), ("desk-answer", "/desk/answers/annual-leave"),
        })
        {
            await visit.GoAsync(path);
            await visit.ShowsAsync(name);
        }
    }
}
