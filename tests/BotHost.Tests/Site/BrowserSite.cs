using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>The seeded service and a browser to look at it with.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private readonly SeededSite site = new();
    private Chromium? browser;

    internal ScriptedModel Model => site.Model;

    internal Bot Bot => site.Bot;

    public async Task InitializeAsync()
    {
        // A busy machine may take its time; what never comes fails as surely.
        Assertions.SetDefaultExpectTimeout(20_000);
        await site.InitializeAsync();
        browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    internal async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= site.Bot.Address.ToString();
        options.Locale ??= "zh-CN";
        var context = await browser!.NewContextAsync(options);
        return await Visit.BeginAsync(context, options);
    }
}

/// <summary>One visitor's window.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "wenlu-screenshots");

    private readonly IBrowserContext context;
    private readonly string look;

    private Visit(IBrowserContext context, IPage page, string look)
    {
        (this.context, Page, this.look) = (context, page, look);
        page.Console += (_, message) => Complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser has to say; it must be nothing at the end.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Forgets complaints about what a test did to the browser on purpose.</summary>
    public void Expects(string complaint) => Complaints.RemoveAll(said => said.Contains(complaint, StringComparison.Ordinal));

    public ILocator Turn => Page.Locator(".turn").Last;

    public static async Task<Visit> BeginAsync(IBrowserContext context, BrowserNewContextOptions options)
    {
        var look = $"{options.ViewportSize?.Width ?? 1280}-{options.ColorScheme}-{options.Locale}".ToLowerInvariant();
        var visit = new Visit(context, await context.NewPageAsync(), look);
        await visit.GoAsync("/");
        return visit;
    }

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public async Task AskAsync(string question)
    {
        await Page.Locator("#question").FillAsync(question);
        await Page.Locator("#question").PressAsync("Enter");
    }

    /// <summary>
    /// Nothing reaches out of the window, the ground has the colour that was asked for, and nothing stands in the way of who cannot see
    /// or point; the picture is for people.
    /// </summary>
    /// <param name="name">Of the picture.</param>
    /// <param name="whole">Or only what a window shows, where something stands at its lower edge.</param>
    public async Task ShowsAsync(string name, bool whole = true)
    {
        Directory.CreateDirectory(Folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{look}.png"), FullPage = whole });
        (await Page.RunAxe()).Violations.Select(violation => $"{name} {look}: {violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{name} {look}");
        var ground = await Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        ground.ShouldBe(look.Contains("-dark-", StringComparison.Ordinal) ? "rgb(20, 22, 24)" : "rgb(251, 251, 250)");
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Complaints.ShouldBeEmpty();
    }
}
