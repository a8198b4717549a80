using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>Overview, numbers and sync in a real browser: they fit every screen and are read without seeing.</summary>
public sealed class FiguresBrowserTests(SeededDesk desk) : IClassFixture<SeededDesk>
{
    [Theory]
    [InlineData(1280, ColorScheme.Dark, "en-US")]
    [InlineData(320, ColorScheme.Light, "zh-CN")]
    public async Task Overview_numbers_and_sync_fit_every_screen(int width, ColorScheme look, string locale)
    {
        await using var visit = await desk.SignInAsync(new() { Locale = locale, ColorScheme = look, ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 } });
        await visit.ShowsAsync("desk-overview");
        await visit.GoAsync("/desk/numbers?days=90");
        await visit.ShowsAsync("desk-numbers-90");
        await visit.Page.Locator(".chart details summary").Last.ClickAsync();
        await visit.ShowsAsync("desk-numbers-table");
        await visit.GoAsync("/desk/numbers");
        await visit.ShowsAsync("desk-numbers-30");
        await visit.GoAsync("/desk/sync");
        await visit.ShowsAsync("desk-sync");
    }

    [Fact]
    public async Task A_chart_is_read_place_by_place_with_the_pointer_and_with_the_keys()
    {
        await using var visit = await desk.SignInAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1280, Height = 860 } });
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
        await using (var visit = await desk.SignInAsync(new() { Locale = "zh-CN" }))
        {
            await visit.GoAsync("/desk/sync");
            await Expect(visit.Page.Locator("#sync-state h2").First).ToContainTextAsync("已同步到最新", new() { Timeout = 30_000 });
            await visit.Page.Locator("#sync-state").EvaluateAsync("part => { part.dataset.mark = 'seen'; }");
            await Expect(visit.Page.Locator("#sync-state[data-mark]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            await Expect(visit.Page.Locator("#sync-state")).ToContainTextAsync("薪酬制度");
        }

        await using var plain = await desk.SignInAsync(new() { Locale = "zh-CN", JavaScriptEnabled = false });
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
}
