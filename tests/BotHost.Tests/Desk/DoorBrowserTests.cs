using Microsoft.Playwright;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Site;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>An editor signs in with Feishu, in a real browser, and out again.</summary>
public sealed class DoorBrowserTests : IAsyncLifetime
{
    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;
    private Chromium browser = null!;

    public async Task InitializeAsync()
    {
        (platform, model) = (await FeishuPlatform.StartAsync(new()), await ScriptedModel.StartAsync());
        bot = await Bot.StartAsync(platform, model, settings: ["--Desk:Editors:0=ab12cd34", $"--Desk:TenantKey={platform.Options.TenantKey}"]);
        platform.Accounts.RedirectUrls.Add(new Uri(bot.Address, "/desk/callback").ToString());
        browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", 390, ColorScheme.Light)]
    [InlineData("en-US", 1280, ColorScheme.Dark)]
    public async Task An_editor_signs_in_with_Feishu_and_out(string locale, int width, ColorScheme look)
    {
        BrowserNewContextOptions options = new()
        {
            BaseURL = bot.Address.ToString(),
            Locale = locale,
            ColorScheme = look,
            ViewportSize = new() { Width = width, Height = 800 },
        };
        await using var visit = await Visit.BeginAsync(await browser.NewContextAsync(options), options);
        await visit.GoAsync("/desk/audit");
        await visit.ShowsAsync("desk-sign-in");
        await visit.Page.Locator("a.button").ClickAsync();
        await visit.Page.Locator("#agree").ClickAsync();

        await visit.Page.WaitForURLAsync("**/desk/audit");
        (await visit.Page.Locator(".log li").First.InnerTextAsync()).ShouldContain("张三");
        await visit.ShowsAsync("desk-audit");
        await visit.GoAsync("/desk/sessions");
        await visit.ShowsAsync("desk-sessions");

        await visit.Page.Locator("form[action='/desk/sign-out'] button").ClickAsync();
        await visit.Page.WaitForURLAsync("**/desk/sign-in");
        await visit.GoAsync("/desk");
        visit.Page.Url.ShouldContain("/desk/sign-in");
        platform.Violations.ShouldBeEmpty();
    }
}
