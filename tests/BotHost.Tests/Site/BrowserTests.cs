using Microsoft.Playwright;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Model;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>The real page in a real browser. Whatever it complains about, a policy that is broken among others, fails the test.</summary>
public sealed class BrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Question = "token 是什么，和汉字怎么换算？";

    private const string Answer = "**Token 是模型处理文本的最小单位**，不等于一个字。[1]\n\n- 常见的汉字一到两个 token。[2]\n- 计费和上下文都按 token 算。[1]";

    [Fact]
    public async Task An_answer_streams_and_its_citations_lead_to_the_source()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer).Pausing(TimeSpan.FromMilliseconds(250)).ToAStream());

        await visit.AskAsync(Question);

        await Expect(visit.Page.Locator(".status")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("span.citation").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("a.citation")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".status")).ToContainTextAsync("引用了 2 段");
        await Expect(visit.Page.Locator("#announcement")).ToContainTextAsync("引用了 2 段 Token 是模型处理文本的最小单位");
        await Expect(visit.Page.Locator("#question")).ToBeFocusedAsync();
        await visit.Page.Locator("a.citation").First.ClickAsync();
        await Expect(visit.Page.Locator("li:target .number")).ToHaveTextAsync("1");
        await visit.Page.Locator("li:target .source a").ClickAsync();
        await Expect(visit.Page.Locator(".document :target")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_follow_up_stays_in_the_conversation_until_it_starts_over()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Question);
        await Expect(visit.Page.Locator("a.citation")).ToHaveCountAsync(3);
        site.Model.Then(ModelReply.Says("token 怎么计费？"), ModelReply.Says("输入与输出分别计价。[1]"));

        await visit.AskAsync("那怎么计费？");

        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("#reference-2-1")).ToBeVisibleAsync();
        site.Model.Requests[^1].User.ShouldContain(Question);
        await visit.Page.Locator("#start-over").ClickAsync();
        await Expect(visit.Page.Locator("#home")).ToBeVisibleAsync();
        (await visit.Page.Locator("#conversation").IsDisabledAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Asking_again_stops_the_answer_that_is_being_written()
    {
        await using var visit = await site.VisitAsync();
        var before = site.Model.Abandoned;
        site.Model.Then(ModelReply.SaysInPieces("Token 是", "模型").ToAStream().StallingAfter(1));
        await visit.AskAsync(Question);
        await Expect(visit.Page.Locator(".result")).ToContainTextAsync("Token 是");
        site.Model.Then(ModelReply.Says(Answer));

        await visit.AskAsync("一个汉字是几个 token？");

        await Expect(visit.Page.Locator(".turn").First.Locator(".callout.stopped")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".turn").Last.Locator("a.citation")).ToHaveCountAsync(3);
        await Eventually.TrueAsync(() => site.Model.Abandoned > before);
    }

    [Fact]
    public async Task Typing_finds_questions_and_a_found_one_opens()
    {
        await using var visit = await site.VisitAsync();

        await visit.Page.Locator("#question").PressSequentiallyAsync("幻觉");

        await Expect(visit.Page.Locator("#matches a").First).ToBeVisibleAsync();
        await visit.Page.Locator("#question").PressAsync("ArrowDown");
        await Expect(visit.Page.Locator("#matches a").First).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator("#matches")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#question")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_votes_and_is_thanked_with_and_without_a_script(bool script)
    {
        await using var visit = await site.VisitAsync(new() { JavaScriptEnabled = script });
        await visit.GoAsync("/questions/llm-and-cot");
        var address = visit.Page.Url;

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "有用", Exact = false }).First.ClickAsync();

        await Expect(visit.Page.Locator("#thanks")).ToBeVisibleAsync();
        visit.Page.Url.ShouldBe(address + "#thanks");
        await Expect(visit.Page.Locator(".reactions")).ToContainTextAsync("有用 · ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_switches_the_language_and_stays_where_they_are(bool script)
    {
        await using var visit = await site.VisitAsync(new() { JavaScriptEnabled = script });
        await visit.GoAsync("/questions?sort=useful");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("All questions");
        visit.Page.Url.ShouldEndWith("/questions?sort=useful");
        await visit.GoAsync("/");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_cited_sentence_is_marked_and_the_link_is_copied()
    {
        await using var visit = await site.VisitAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await visit.GoAsync("/questions/what-is-a-token");

        await Expect(visit.Page.Locator(".references mark").First).ToBeAttachedAsync();
        await visit.Page.Locator(".share").ClickAsync();

        await Expect(visit.Page.Locator(".share")).ToHaveTextAsync("链接已复制");
        (await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(visit.Page.Url);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "zh-CN")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(320, ColorScheme.Dark, "zh-CN")]
    public async Task Every_page_fits_every_screen(int width, ColorScheme colors, string language)
    {
        await using var visit = await site.VisitAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 },
            ColorScheme = colors,
            Locale = language,
            HasTouch = width < 500,
        });
        await visit.ShowsAsync("home");
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Question);
        await Expect(visit.Page.Locator("a.citation")).ToHaveCountAsync(3);
        await visit.ShowsAsync("answer", whole: false);
        await visit.GoAsync("/?q=Who+won+the+1998+football+world+cup+final%3F");
        await visit.ShowsAsync("not-found");
        await visit.GoAsync("/questions");
        await visit.ShowsAsync("list");
        await visit.GoAsync("/questions?q=" + Uri.EscapeDataString("提示词"));
        await visit.ShowsAsync("search");
        await visit.GoAsync("/questions/what-is-a-token");
        await visit.Page.Locator("details summary").First.ClickAsync();
        await visit.ShowsAsync("question");
        await visit.GoAsync("/documents/ai-glossary");
        await visit.ShowsAsync("document");
        await visit.GoAsync("/questions/" + Uri.EscapeDataString("提示词-怎么写"));
        await visit.ShowsAsync("missing");
        visit.Complaints.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal));
    }
}
