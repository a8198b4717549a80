using Microsoft.Playwright;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Model;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>Everything that can become of a question on the page, in a real browser.</summary>
public sealed class AskBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Question = "token 是什么，和汉字怎么换算？";

    private const string Answer = "**Token 是模型处理文本的最小单位**，不等于一个字。[1]\n\n- 常见的汉字一到两个 token。[2]\n- 计费和上下文都按 token 算。[1]";

    private const string Stream = "**/ask/stream";

    /// <summary>Adds up what moves by itself on the page.</summary>
    private const string WatchShifts =
        "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; })"
        + ".observe({ type: 'layout-shift', buffered: true });";

    [Fact]
    public async Task Passages_come_first_and_nothing_moves_when_the_answer_follows()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.EvaluateAsync(WatchShifts);
        site.Model.Then(ModelReply.Says(Answer).Pausing(TimeSpan.FromMilliseconds(250)).ToAStream());

        await visit.AskAsync(Question);

        await Expect(visit.Turn.Locator(".found a").First).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".answer")).ToHaveCountAsync(0);
        await Expect(visit.Turn.Locator(".found .title").First).Not.ToBeEmptyAsync();
        await Expect(visit.Turn.Locator(".found .lead").First).Not.ToBeEmptyAsync();
        await Expect(visit.Turn.Locator(".found .cited .citation").First).ToHaveTextAsync("1");
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        await Expect(visit.Turn.Locator(".found .cited")).ToHaveCountAsync(2);
        (await visit.Page.EvaluateAsync<double>("window.shift")).ShouldBe(0);
        (await visit.Turn.Locator(".found a").First.GetAttributeAsync("href")).ShouldNotBeNull().ShouldStartWith("/documents/");
    }

    [Fact]
    public async Task Stop_ends_the_model_and_keeps_what_was_written()
    {
        await using var visit = await site.VisitAsync();
        var before = site.Model.Abandoned;
        site.Model.Then(ModelReply.SaysInPieces("Token 是最小单位。[1]", "还有").ToAStream().StallingAfter(1));
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("Token 是最小单位");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "停止" }).ClickAsync();

        await Expect(visit.Turn.Locator(".callout.stopped")).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("Token 是最小单位");
        await Expect(visit.Turn.Locator(".result")).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(visit.Page.Locator("#announcement")).ToContainTextAsync("已停止");
        await Eventually.TrueAsync(() => site.Model.Abandoned > before);
        await Expect(visit.Turn.Locator(".again")).ToBeFocusedAsync();
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("输入与输出分别计价。[1]"));
        await visit.AskAsync("那怎么计费？");
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("分别计价");
        site.Model.Requests[^2].User.ShouldContain("Token 是最小单位", customMessage: "what was read is part of the conversation");
    }

    [Fact]
    public async Task Escape_stops_while_still_searching_and_enter_asks_again()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        var before = site.Model.Abandoned;
        site.Model.Then(ModelReply.NeverAnswers());
        await visit.AskAsync("那怎么计费？");
        await Expect(visit.Turn).ToHaveAttributeAsync("data-state", "searching");
        await Eventually.TrueAsync(() => site.Model.Requests[^1].User.Contains("那怎么计费", StringComparison.Ordinal));

        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Turn.Locator(".callout.unwritten")).ToBeVisibleAsync();
        await Eventually.TrueAsync(() => site.Model.Abandoned > before);
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("输入与输出分别计价。[1]"));
        await visit.Turn.Locator(".again").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("分别计价");
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Asked_again_in_place_an_answer_is_no_history_of_itself()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        var calls = site.Model.Requests.Count;
        site.Model.Then(ModelReply.Says("一个 token 大约是零点六到一个汉字。[1]"));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重新回答" }).ClickAsync();

        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("零点六");
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(1);
        site.Model.Requests.Count.ShouldBe(calls + 1, "a first question needs no rewriting");
        site.Model.Requests[^1].User.ShouldNotContain("不等于一个字");
    }

    [Fact]
    public async Task Who_asks_too_fast_sees_when_to_go_on_and_loses_nothing()
    {
        await using var limited = await LimitedAsync();
        await using var visit = await site.VisitAsync(new() { BaseURL = limited.Address.ToString() });

        await visit.AskAsync(Question);

        await Expect(visit.Turn.Locator(".callout.busy")).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator("h2")).ToHaveTextAsync(Question);
        await Expect(visit.Turn.Locator(".again")).ToContainTextAsync("秒后可以再试");
        await Expect(visit.Turn.Locator(".again")).ToBeDisabledAsync();
        await Expect(visit.Turn.Locator(".again")).ToBeEnabledAsync();
        await Expect(visit.Page.Locator("#announcement")).ToHaveTextAsync("现在可以再试了。");
        await visit.Turn.Locator(".again").ClickAsync();
        await Expect(visit.Turn.Locator(".callout.busy")).ToHaveCountAsync(0);
        await Expect(visit.Turn).ToHaveAttributeAsync("data-state", "notFound");
        visit.Expects("429");
    }

    [Fact]
    public async Task Without_a_script_too_fast_is_a_page_with_the_question_in_its_box()
    {
        await using var limited = await LimitedAsync();
        await using var visit = await site.VisitAsync(new() { BaseURL = limited.Address.ToString(), JavaScriptEnabled = false });

        await visit.AskAsync(Question);

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("太快了，歇一下");
        await Expect(visit.Page.Locator("[id='page.more']")).ToHaveValueAsync(Question);
        await Eventually.TrueAsync(async () =>
        {
            await visit.Page.Locator(".ask-more button").ClickAsync();
            return await visit.Page.Locator(".answer").CountAsync() == 1;
        });
        visit.Expects("429");
    }

    [Fact]
    public async Task Offline_is_said_and_nothing_is_asked_again_by_itself()
    {
        await using var visit = await site.VisitAsync();
        var asked = 0;
        visit.Page.Request += (_, request) => asked += request.Url.EndsWith("/ask/stream", StringComparison.Ordinal) ? 1 : 0;
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator(".callout.offline")).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator("h2")).ToHaveTextAsync(Question);

        await visit.Page.Context.SetOfflineAsync(false);

        await Expect(visit.Page.Locator("#announcement")).ToHaveTextAsync("现在可以再试了。");
        await Expect(visit.Turn.Locator(".callout.offline")).ToBeVisibleAsync();
        asked.ShouldBe(1);
        site.Model.Then(ModelReply.Says(Answer));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "再试一次" }).ClickAsync();
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        await Expect(visit.Turn.Locator(".callout")).ToHaveCountAsync(0);
        asked.ShouldBe(2);
        visit.Expects("ERR_INTERNET_DISCONNECTED");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_keeps_its_beginning()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.RouteAsync(Stream, route => route.FulfillAsync(new() { ContentType = "text/event-stream", Body = Begun + Draft("半句") }));

        await visit.AskAsync(Question);

        await Expect(visit.Turn.Locator(".callout.broken")).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".answer")).ToHaveTextAsync("半句");
        await Expect(visit.Turn.Locator(".again")).ToHaveTextAsync("再试一次");
    }

    [Fact]
    public async Task A_service_that_is_not_ready_says_when_to_come_back()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.RouteAsync(Stream, route => route.FulfillAsync(new() { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } }));
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator(".callout.away")).ToBeVisibleAsync();
        await visit.Page.UnrouteAllAsync();
        site.Model.Then(ModelReply.Says(Answer));

        await visit.Turn.Locator(".again:enabled").ClickAsync();

        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        visit.Expects("503");
    }

    [Fact]
    public async Task Without_a_usable_answer_the_passages_themselves_are_shown_as_such()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says("zzz"));

        await visit.AskAsync("温度参数是什么意思？");

        await Expect(visit.Turn).ToHaveAttributeAsync("data-state", "extractive");
        await Expect(visit.Turn.Locator(".status")).ToContainTextAsync("只有原文");
        await Expect(visit.Turn.Locator(".answer blockquote").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_not_found_can_be_put_differently()
    {
        const string Unknown = "Who won the 1998 football world cup final?";
        await using var visit = await site.VisitAsync();
        await visit.Page.EvaluateAsync(WatchShifts);
        await visit.AskAsync(Unknown);
        await Expect(visit.Turn).ToHaveAttributeAsync("data-state", "notFound");
        (await visit.Page.EvaluateAsync<double>("window.shift")).ShouldBe(0);
        await Expect(visit.Turn.Locator(".next a")).ToHaveAttributeAsync("href", "/questions?q=" + Uri.EscapeDataString(Unknown));
        await Expect(visit.Turn.Locator(".found")).ToBeHiddenAsync();

        await visit.Turn.Locator(".reword").ClickAsync();

        await Expect(visit.Page.Locator("#question")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#question")).ToHaveValueAsync(Unknown);
    }

    [Fact]
    public async Task A_box_on_another_page_asks_where_answers_stream()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/questions/what-is-a-token");
        site.Model.Then(ModelReply.Says(Answer).ToAStream());
        await visit.Page.Locator("[id='page.more']").FillAsync(Question);

        await visit.Page.Locator("[id='page.more']").PressAsync("Enter");

        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        new Uri(visit.Page.Url).PathAndQuery.ShouldBe("/", "a question stands in no address");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#home")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_to_a_question_is_answered_in_place()
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync("/questions?q=" + Uri.EscapeDataString("温度参数"));
        site.Model.Then(ModelReply.Says("温度越高越随机。[1]").ToAStream());

        await visit.Page.Locator("a[href^='/?q=']").ClickAsync();

        await Expect(visit.Turn.Locator(".found a").First).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("越随机");
    }

    [Fact]
    public async Task Without_a_script_the_form_asks_follows_up_and_asks_again()
    {
        await using var visit = await site.VisitAsync(new() { JavaScriptEnabled = false });
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Question);
        await Expect(visit.Page.Locator("a.citation")).ToHaveCountAsync(3);
        new Uri(visit.Page.Url).PathAndQuery.ShouldBe("/");
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("输入与输出分别计价。[1]"));

        await visit.AskAsync("那怎么计费？");

        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".turn").First).ToContainTextAsync("不等于一个字");
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("分别计价");
        site.Model.Requests[^1].User.ShouldContain(Question);
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("按百万个 token 计价。[1]"));
        await visit.Page.Locator(".again").ClickAsync();
        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("按百万个");
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(2);
        site.Model.Requests[^1].User.ShouldNotContain("分别计价");
    }

    [Fact]
    public async Task With_a_script_an_answer_that_came_with_its_page_is_asked_again_in_place()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer));
        await visit.GoAsync("/?q=" + Uri.EscapeDataString(Question));
        site.Model.Then(ModelReply.Says("一个 token 大约是零点六到一个汉字。[1]").ToAStream());

        await visit.Page.Locator(".again").ClickAsync();

        await Expect(visit.Turn.Locator(".answer")).ToContainTextAsync("零点六");
        await Expect(visit.Turn.Locator(".found a").First).ToBeVisibleAsync();
        site.Model.Requests[^1].User.ShouldNotContain("不等于一个字");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(320, ColorScheme.Light, "zh-CN")]
    public async Task Every_state_fits_every_screen(int width, ColorScheme colors, string language)
    {
        await using var visit = await site.VisitAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 },
            ColorScheme = colors,
            Locale = language,
            HasTouch = width < 500,
        });
        await visit.Page.RouteAsync(Stream, _ => Task.CompletedTask);
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator(".found li")).ToHaveCountAsync(3);
        await visit.ShowsAsync("asking-searching", whole: false);
        await visit.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await visit.GoAsync("/");

        site.Model.Then(ModelReply.SaysInPieces(Answer[..60], Answer[60..]).ToAStream().StallingAfter(1));
        await visit.AskAsync(Question);
        await Expect(visit.Turn.Locator(".found .cited")).ToHaveCountAsync(2);
        await visit.ShowsAsync("asking-writing", whole: false);
        await visit.Turn.Locator(".stop").ClickAsync();
        await Expect(visit.Turn.Locator(".callout")).ToBeVisibleAsync();
        await visit.ShowsAsync("asking-stopped", whole: false);
        site.Model.Then(ModelReply.Says(Answer));
        await visit.Turn.Locator(".again").ClickAsync();
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(3);
        await visit.ShowsAsync("asking-done", whole: false);
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("输入与输出**分别计价**，输出更贵。[1]"));
        await visit.AskAsync("那怎么计费？");
        await Expect(visit.Turn.Locator("a.citation")).ToHaveCountAsync(1);
        await visit.ShowsAsync("asking-follow-up", whole: false);

        foreach (var (name, answer) in Refusals)
        {
            await visit.GoAsync("/");
            await visit.Page.RouteAsync(Stream, answer);
            await visit.AskAsync(Question);
            await Expect(visit.Turn.Locator(".callout")).ToBeVisibleAsync();
            await visit.ShowsAsync("asking-" + name, whole: false);
            await visit.Page.UnrouteAllAsync();
        }

        await visit.GoAsync("/");
        await visit.AskAsync("Who won the 1998 football world cup final?");
        await Expect(visit.Turn.Locator(".next")).ToBeVisibleAsync();
        await visit.ShowsAsync("asking-not-found", whole: false);
        await visit.GoAsync("/");
        site.Model.Then(ModelReply.Says("zzz"));
        await visit.AskAsync("温度参数是什么意思？");
        await Expect(visit.Turn.Locator("a.citation").First).ToBeVisibleAsync();
        await visit.ShowsAsync("asking-extractive", whole: false);
        await using var limited = await LimitedSite.StartAsync(perMinute: 1);
        await limited.ExhaustAsync();
        await visit.GoAsync(new Uri(limited.Address, "/?q=" + Uri.EscapeDataString(Question)).ToString());
        await visit.ShowsAsync("too-many");
        visit.Expects("ERR_FAILED");
        visit.Expects("429");
        visit.Expects("503");
    }

    private static IEnumerable<(string Name, Func<IRoute, Task> Answer)> Refusals =>
    [
        ("busy", route => route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "40" } })),
        ("away", route => route.FulfillAsync(new() { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "5" } })),
        ("offline", route => route.AbortAsync()),
        ("broken", route => route.FulfillAsync(new() { ContentType = "text/event-stream", Body = Begun + Draft("<p>Token 是模型处理文本的最小单位，不等于</p>") })),
    ];

    private const string Begun = "event: begun\ndata: {\"conversationId\":\"abc\"}\n\n";

    private static string Draft(string html) => $"event: answer\ndata: {{\"html\":\"{html}\",\"cited\":[]}}\n\n";

    /// <summary>A service whose limit this machine has just used up; two seconds later it may ask once more.</summary>
    private static async Task<LimitedSite> LimitedAsync()
    {
        var limited = await LimitedSite.StartAsync(perMinute: 30);
        await limited.ExhaustAsync();
        return limited;
    }
}
