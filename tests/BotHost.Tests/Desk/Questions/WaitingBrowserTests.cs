using Microsoft.Playwright;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Site;
using Wenlu.StandIns.Model;
using static Microsoft.Playwright.Assertions;

namespace Wenlu.BotHost.Tests.Desk.Questions;

/// <summary>From a visitor's question to a page of the site, by way of the desk, in a real browser.</summary>
public sealed class WaitingBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Position = "为什么 Transformer 要加位置编码";
    private const string Answer = "**注意力不分先后**，所以要把位置加进去。[1]\n\n- 位置编码告诉模型先后次序。[2]\n- 没有它，打乱的句子是一样的。[1]";

    [Theory]
    [InlineData(true, "食堂的烤鱼周几供应？")]
    [InlineData(false, "班车几点发车？")]
    public async Task What_nobody_could_answer_is_answered_at_the_desk_and_stands_on_the_site(bool script, string question)
    {
        await using var visit = await site.VisitAsync(new() { JavaScriptEnabled = script });
        await visit.AskAsync(question);
        await Expect(visit.Page.Locator(".answer.notfound")).ToBeVisibleAsync();

        await SignInAsync(visit);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "待处理问题" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = question }).ClickAsync();
        await visit.Page.GetByLabel("答案（Markdown）").FillAsync("每周**三**。[1]");
        await visit.Page.GetByLabel("来源").FillAsync("ai-glossary");
        await visit.Page.GetByLabel("谁可以看到").SelectOptionAsync("site");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Expect(visit.Page.Locator(".preview strong").First).ToHaveTextAsync("三");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交答案" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("网站上也有了这一页");
        await visit.GoAsync("/questions");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = question }).ClickAsync();
        await Expect(visit.Page.Locator(".answer")).ToContainTextAsync("每周三");
        await visit.GoAsync("/");
        await visit.AskAsync(question);
        await Expect(visit.Page.Locator(".official")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_given_answer_is_corrected_and_published()
    {
        await using var visit = await site.VisitAsync();
        site.Model.Then(ModelReply.Says(Answer));
        await visit.AskAsync(Position);
        await Expect(visit.Page.Locator("a.citation")).ToHaveCountAsync(3);

        await SignInAsync(visit);
        await visit.GoAsync("/desk/questions");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "可以公开" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "全部有出处的回答" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Position }).ClickAsync();
        await Expect(visit.Page.Locator(".preview a.citation")).ToHaveCountAsync(3);
        await visit.Page.GetByLabel("答案（Markdown）").FillAsync("注意力机制不分先后，要另外告诉模型位置。[1]");
        await visit.Page.GetByLabel("标签").FillAsync("基础概念");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "公开到网站" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已公开到网站");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "打开页面" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Position);
        await Expect(visit.Page.Locator(".answer")).ToContainTextAsync("另外告诉模型位置");
        await Expect(visit.Page.Locator(".references mark").First).ToBeAttachedAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(320, ColorScheme.Light, "zh-CN")]
    public async Task Every_page_fits_every_screen(int width, ColorScheme colors, string language)
    {
        await FillAsync();
        await using var visit = await site.VisitAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 },
            ColorScheme = colors,
            Locale = language,
            HasTouch = width < 500,
        });
        await SignInAsync(visit);
        await visit.GoAsync("/desk/questions");
        await visit.ShowsAsync("desk-waiting");
        await visit.Page.Locator(".rows a.subject").First.ClickAsync();
        await visit.ShowsAsync("desk-question");
        await visit.Page.Locator("#answer").FillAsync("每周**三**供应。[1]\n\n- 十一点半开始\n- 售完为止[2]");
        await visit.Page.Locator("#sources").FillAsync("ai-glossary\nnowhere");
        await visit.Page.Locator("button[value=save]").ClickAsync();
        await visit.ShowsAsync("desk-question-refused");
        await visit.GoAsync("/desk/questions?kind=given");
        await visit.ShowsAsync("desk-given");
        await visit.Page.Locator(".rows a.subject").First.ClickAsync();
        await visit.ShowsAsync("desk-correct");
        await visit.GoAsync("/desk/questions?kind=closed&q=nothing");
        await visit.ShowsAsync("desk-none");
        await visit.GoAsync("/desk/published");
        await visit.ShowsAsync("desk-published");
        await visit.GoAsync("/desk/published/what-is-a-token");
        await visit.Page.Locator("details.apart summary").ClickAsync();
        await visit.ShowsAsync("desk-edit");
        await visit.GoAsync("/desk/feedback");
        await visit.ShowsAsync("desk-feedback");
        visit.Complaints.RemoveAll(complaint => complaint.Contains("400", StringComparison.Ordinal));
    }

    private static async Task SignInAsync(Visit visit)
    {
        await visit.GoAsync("/desk");
        await visit.Page.Locator("#key").FillAsync(Bot.EditorKey);
        await visit.Page.Locator(".sign-in button").ClickAsync();
        await Expect(visit.Page.Locator("nav.sections")).ToBeVisibleAsync();
    }

    /// <summary>Something of everything.</summary>
    private async Task FillAsync()
    {
        foreach (var question in (string[])["停车位怎么申请？", "请问停车位怎么申请", "食堂几点开门？", "Where do I get a parking space?"])
            (await site.Bot.Http.GetAsync("/?q=" + Uri.EscapeDataString(question))).EnsureSuccessStatusCode();
        site.Model.Then(ModelReply.Says("DPO 不用单独训练奖励模型。[1]"));
        (await site.Bot.Http.GetAsync("/?q=" + Uri.EscapeDataString("DPO 和 RLHF 差在哪"))).EnsureSuccessStatusCode();
        var answer = new Answer(Outcome.Grounded, "十天。[1]", [new(1, "ai-glossary", "AI 术语表", [], "", null, DateTimeOffset.UtcNow)], [], "年假有几天，怎么申请？", Language.Chinese);
        var given = new GivenAnswer("a-example", "年假有几天？", answer, DateTimeOffset.UtcNow, null);
        await site.Bot.Service<AnswerMarks>().VoteAsync(given.Id, "ou_1", Votes.Up);
        await site.Bot.Service<AnswerMarks>().ReasonAsync(given.Id, "ou_2", new VoteReason(WhyForm.Outdated, "去年改成十五天了，这里还是旧的。"));
        await site.Bot.Service<VotedAnswers>().NoteAsync(given);
    }
}
