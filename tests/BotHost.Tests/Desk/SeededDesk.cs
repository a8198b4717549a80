using Microsoft.Playwright;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Site;
using Wenlu.BotHost.Wiki;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>A team after half a year, and a browser to look at its desk with.</summary>
public sealed class SeededDesk : IAsyncLifetime
{
    private const string Leave = "## 年假\n入职满一年者，年假十天。\n## 病假\n病假需要提供医院证明。";

    private static readonly DateTimeOffset Now = new(2026, 11, 18, 7, 30, 0, TimeSpan.Zero);

    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;
    private Chromium browser = null!;

    public async Task InitializeAsync()
    {
        (platform, model) = (await FeishuPlatform.StartAsync(new() { Rates = new RateRules { PerSecondOfDocuments = 50, PerWikiInterfaceAndMinute = 1000 } }), await ScriptedModel.StartAsync());
        var space = platform.Wiki.AddSpace("公司知识库");
        foreach (var title in new[] { "请假制度", "报销制度", "办公用品", "差旅标准", "会议室" })
            platform.Wiki.AddPage(space, title, Leave);
        platform.Wiki.AddPage(space, "薪酬制度", Leave).IsReadable = false;
        platform.Wiki.AddOther(space, "sheet", "花名册");
        bot = await Bot.StartAtAsync(
            Now, platform, model, $"--Feishu:Wiki:Spaces:0={space.Id}", "--Feishu:Wiki:Interval=01:00:00", "--Feishu:MonthlyCalls=12500",
            "--Feishu:DocumentCallsPerSecond=50", "--Feishu:DocumentCallsPerMinute=1000");
        using var pushed = await bot.Http.SendAsync(new(HttpMethod.Post, "/api/knowledge/documents:batch")
        {
            Headers = { Authorization = new("Bearer", Bot.EditorKey) },
            Content = new StringContent(
                string.Join('\n', Enumerable.Range(1, 200).Select(number => $$"""{"id":"rule-{{number}}","title":"制度 {{number}}","markdown":"编号 QX{{number}} 的规定。"}""")),
                System.Text.Encoding.UTF8, "application/x-ndjson"),
        });
        pushed.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => await bot.Service<SyncReader>().ReadAsync(Language.English) is { State: "idle", Documents.Total: 7 });
        await new SeededDays(bot, Now).WriteAsync(180);
        foreach (var (question, times) in new[] { ("年会在哪里办？", 7), ("怎么申请远程办公？", 4), ("公司的 Wi-Fi 密码多久换一次？", 2), ("健身房几点关门？", 1) })
            for (var ask = 0; ask < times; ask++)
                await bot.Service<GapStore>().PlaceAsync(
                    new GapAsk($"{question}{ask}", question, Now.AddHours(-ask)) { Kinds = [GapKind.NotFound] }, gaps => gaps.FirstOrDefault(gap => gap.Question == question)?.Id);
        browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    internal async Task<Visit> SignInAsync(BrowserNewContextOptions options)
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
