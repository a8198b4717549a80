using Microsoft.Playwright;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Site;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>A team after three months, in a real browser: overview, numbers and sync fit every screen and are read without seeing.</summary>
public sealed class FiguresBrowserTests : IAsyncLifetime
{
    private const string Leave = "## 年假\n入职满一年者，年假十天。\n## 病假\n病假需要提供医院证明。";

    private static readonly DateTimeOffset Now = new(2026, 11, 18, 7, 30, 0, TimeSpan.Zero);

    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        (platform, model) = (await FeishuPlatform.StartAsync(new() { Rates = new RateRules { PerSecondOfDocuments = 50, PerWikiInterfaceAndMinute = 1000 } }), await ScriptedModel.StartAsync());
        var space = platform.Wiki.AddSpace("公司知识库");
        foreach (var title in new[] { "请假制度", "报销制度", "办公用品", "差旅标准", "会议室" })
            platform.Wiki.AddPage(space, title, Leave);
        platform.Wiki.AddPage(space, "薪酬制度", Leave).IsReadable = false;
        platform.Wiki.AddOther(space, "sheet", "花名册");
        bot = await Bot.StartAtAsync(
            Now, platform, model, $"--Feishu:Wiki:Spaces:0={space.Id}", "--Feishu:Wiki:Interval=01:00:00", "--Feishu:MonthlyCalls=10000",
            "--Feishu:DocumentCallsPerSecond=50", "--Feishu:DocumentCallsPerMinute=1000");
        using var pushed = await bot.Http.SendAsync(new(HttpMethod.Post, "/api/knowledge/documents:batch")
        {
            Headers = { Authorization = new("Bearer", Bot.EditorKey) },
            Content = new StringContent(
                string.Join('\n', Enumerable.Range(1, 200).Select(number => $$"""{"id":"rule-{{number}}","title":"制度 {{number}}","markdown":"编号 QX{{number}} 的规定。"}""")),
                System.Text.Encoding.UTF8, "application/x-ndjson"),
        });
        pushed.EnsureSuccessStatusCode();
        await new SeededDays(bot, Now).WriteAsync(180);
        foreach (var (question, times) in new[] { ("年会在哪里办？", 7), ("怎么申请远程办公？", 4), ("公司的 Wi-Fi 密码多久换一次？", 2), ("健身房几点关门？", 1) })
            for (var ask = 0; ask < times; ask++)
                await bot.Service<GapStore>().PlaceAsync(
                    new GapAsk($"{question}{ask}", question, Now.AddHours(-ask)) { Kinds = [GapKind.NotFound] }, gaps => gaps.FirstOrDefault(gap => gap.Question == question)?.Id);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "zh-CN")]
    [InlineData(1280, ColorScheme.Dark, "en-US")]
    [InlineData(320, ColorScheme.Light, "en-US")]
    [InlineData(390, ColorScheme.Dark, "zh-CN")]
    public async Task Overview_numbers_and_sync_fit_every_screen(int width, ColorScheme look, string locale)
    {
        await using var visit = await SignInAsync(new() { Locale = locale, ColorScheme = look, ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 } });
        await visit.ShowsAsync("desk-overview");
        await visit.GoAsync("/desk/numbers");
        await visit.ShowsAsync("desk-numbers-30");
        foreach (var range in new[] { 7, 90, 364 })
        {
            await visit.GoAsync($"/desk/numbers?days={range}");
            await visit.ShowsAsync($"desk-numbers-{range}");
        }
        await visit.Page.Locator(".chart details summary").First.ClickAsync();
        await visit.ShowsAsync("desk-numbers-table");
        await visit.GoAsync("/desk/sync");
        await visit.ShowsAsync("desk-sync");
    }

    [Fact]
    public async Task A_chart_is_read_place_by_place_with_the_pointer_and_with_the_keys()
    {
        await using var visit = await SignInAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1280, Height = 860 } });
        await visit.GoAsync("/desk/numbers?days=7");
        var plot = visit.Page.Locator(".plot").First;

        await plot.Locator(".drawing").HoverAsync(new() { Position = new() { X = 5, Y = 60 } });
        await Expect(plot.Locator(".tip")).ToContainTextAsync("11月12日 周四");
        await Expect(plot.Locator(".tip")).ToContainTextAsync("有回答");
        await plot.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await Expect(plot.Locator("[role=status]")).ToContainTextAsync("11月18日 周三");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(plot.Locator("[role=status]")).ToContainTextAsync("11月17日 周二");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(plot.Locator(".tip")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_sync_is_shown_again_by_itself_and_added_to_without_a_script()
    {
        await using (var visit = await SignInAsync(new() { Locale = "zh-CN" }))
        {
            await visit.GoAsync("/desk/sync");
            await Expect(visit.Page.Locator("#sync-state h2").First).ToContainTextAsync("已同步到最新", new() { Timeout = 30_000 });
            await visit.Page.Locator("#sync-state").EvaluateAsync("part => { part.dataset.mark = 'seen'; }");
            await Expect(visit.Page.Locator("#sync-state[data-mark]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            await Expect(visit.Page.Locator("#sync-state")).ToContainTextAsync("薪酬制度");
        }

        await using var plain = await SignInAsync(new() { Locale = "zh-CN", JavaScriptEnabled = false });
        await plain.GoAsync("/desk/sync");
        await plain.Page.Locator("#url").FillAsync("https://example.feishu.cn/docx/NoSuchDocumentNoSuch001");
        await plain.Page.Locator("form.add button").ClickAsync();
        await Expect(plain.Page.Locator(".notice, .failure").First).ToBeVisibleAsync();
        await plain.Page.Locator(".check input").UncheckAsync();
        await plain.Page.Locator("#url").FillAsync("https://example.feishu.cn/docx/NoSuchDocumentNoSuch001");
        await plain.Page.Locator("form.add button").ClickAsync();
        await Expect(plain.Page.Locator(".notice")).ToContainTextAsync("已添加");
        await plain.Page.Locator(".ask-first summary").ClickAsync();
        await plain.Page.Locator(".ask-first button").ClickAsync();
        await Expect(plain.Page.Locator(".notice")).ToContainTextAsync("已移除");
        plain.Complaints.RemoveAll(complaint => complaint.Contains("400", StringComparison.Ordinal));
    }

    private async Task<Visit> SignInAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = bot.Address.ToString();
        options.ColorScheme ??= ColorScheme.Light;
        var visit = await Visit.BeginAsync(await browser.NewContextAsync(options), options);
        await visit.GoAsync("/desk");
        await visit.Page.Locator("#key").FillAsync(Bot.EditorKey);
        await visit.Page.Locator(".sign-in button").ClickAsync();
        await visit.Page.WaitForURLAsync("**/desk");
        return visit;
    }
}
