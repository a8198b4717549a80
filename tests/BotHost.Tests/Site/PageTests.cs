using System.Net;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

public sealed partial class PageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task Every_source_of_every_question_opens_at_its_place()
    {
        var sources = await SourcesAsync();
        sources.Count.ShouldBeGreaterThan(80);
        foreach (var document in sources.GroupBy(source => source.Split('#')[0]))
        {
            var ids = Ids(await site.PageAsync("/documents/" + document.Key));
            document.Where(source => source.Contains('#')).Select(source => source.Split('#')[1]).Except(ids).ShouldBeEmpty(document.Key);
        }
    }

    [Fact]
    public async Task The_references_of_every_question_page_open_at_a_heading_of_theirs()
    {
        foreach (var id in (await SeedQuestionsAsync()).Select(question => question.Document.Id))
        {
            var page = await site.PageAsync("/questions/" + id);
            var links = SourceLinks().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
            links.ShouldNotBeEmpty(id);
            page.ShouldContain("href=\"#reference-1-1\"");
            foreach (var link in links.Where(link => link.Contains('#')))
                Ids(await site.PageAsync(link)).ShouldContain(Uri.UnescapeDataString(link.Split('#')[1]), link);
        }
    }

    [Fact]
    public async Task Without_a_script_a_question_is_answered_and_can_be_followed_up()
    {
        site.Model.Then(ModelReply.Says("自注意力让每个词看到其他词。[1]"));

        var page = await site.PageAsync("/?q=" + Uri.EscapeDataString("自注意力是什么？"));

        page.ShouldContain("href=\"#reference-1-1\"");
        page.ShouldContain("id=\"reference-1-1\"");
        page.ShouldMatch("name=\"c\" type=\"hidden\" value=\"[0-9a-f]{32}\"");
        page.ShouldContain("<meta name=\"robots\" content=\"noindex\"");
    }

    [Theory]
    [InlineData("/documents/nothing-here")]
    [InlineData("/documents/%20")]
    [InlineData("/questions/nothing-here")]
    [InlineData("/nothing/here")]
    [InlineData("/nothing.php")]
    public async Task What_is_not_there_is_said_with_the_right_status(string path)
    {
        using var response = await site.Http.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>Nothing here</h1>");
    }

    [Fact]
    public async Task A_document_that_is_not_public_has_no_page()
    {
        await site.Bot.KnowsAsync("plans", "计划", "秘密计划。", "tenant");

        (await site.Http.GetAsync("/documents/plans")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_on_the_page()
    {
        using var response = await site.Http.GetAsync("/?q=" + new string('a', 501));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task Pages_carry_a_policy_and_hold_nothing_it_forbids()
    {
        foreach (var path in (string[])["/", "/documents/ai-glossary", "/documents/what-is-an-agent", "/questions/what-is-a-token", "/nothing"])
        {
            using var response = await site.Http.GetAsync(path);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
            var page = await response.Content.ReadAsStringAsync();
            InlineCode().IsMatch(page).ShouldBeFalse(path + ": " + InlineCode().Match(page).Value);
        }
    }

    [Fact]
    public async Task Files_are_kept_by_browsers_as_long_as_their_address_names_their_content()
    {
        var page = await site.PageAsync("/");
        foreach (var address in Files().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            using var versioned = await site.Http.GetAsync(address);
            versioned.Headers.CacheControl!.ToString().ShouldContain("immutable");
            using var plain = await site.Http.GetAsync(address.Split('?')[0]);
            plain.Headers.CacheControl!.NoCache.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/documents/ai-glossary")]
    [InlineData("/site.css")]
    [InlineData("/site.js")]
    public async Task Texts_are_compressed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var response = await site.Http.SendAsync(request);

        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }

    [Fact]
    public async Task A_document_of_an_attacker_does_nothing()
    {
        const string Title = "<script>alert(1)</script>\" onload=\"alert(2)";
        await site.Bot.KnowsAsync("hostile", Title, """
            # 标题 <img src=x onerror=alert(3)>

            <script>alert(4)</script> <svg/onload=alert(5)>

            [点我](javascript:alert(6)) [点我](JaVaScRiPt:alert(7)) [点我](data:text/html,x) ![图](javascript:alert(8)) <javascript:alert(9)>

            ![图](https://example.com/a.png"onerror="alert(10))

            |a|b|
            |:-:|-:|
            |1|2|
            """);

        var page = await site.PageAsync("/documents/hostile");

        page.ShouldContain("<h1>&lt;script&gt;alert(1)&lt;/script&gt;");
        Dangers().Matches(page).Select(match => match.Value).ShouldBeEmpty();
        page.ShouldContain("<td class=\"center\">1</td>");
    }

    [Fact]
    public async Task An_answer_of_a_hostile_model_does_nothing()
    {
        site.Model.Then(ModelReply.Says("向量<script>alert(1)</script>[1] [x](javascript:alert(2)) <img src=x onerror=alert(3)> ![i](https://evil.example/p.png)"));

        var page = await site.PageAsync("/?q=" + Uri.EscapeDataString("词向量是什么？") + "%22%3E%3Cscript%3E");

        Dangers().Matches(page).Select(match => match.Value).ShouldBeEmpty();
        page.ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_text_nested_beyond_all_reason_is_still_a_page()
    {
        await site.Bot.KnowsAsync("deep", "深", string.Concat(Enumerable.Repeat("> ", 3_000)) + "底");
        await site.Bot.KnowsAsync("brackets", "括号", new string('[', 20_000));

        (await site.PageAsync("/documents/deep")).ShouldContain("&gt; &gt;");
        (await site.PageAsync("/documents/brackets")).ShouldContain("[[[[");
    }

    [Fact]
    public async Task Suggestions_are_stable_for_a_day_and_other_ones_the_next()
    {
        var questions = (await SeedQuestionsAsync()).Select(question => question.Document).ToList();
        var day = new DateOnly(2026, 11, 23);

        var today = Suggestions.Choose(questions, Language.Chinese, day);

        today.Count.ShouldBe(Suggestions.Count);
        Suggestions.Choose(Enumerable.Reverse(questions), Language.Chinese, day).ShouldBe(today);
        Suggestions.Choose(questions, Language.Chinese, day.AddDays(1)).ShouldNotBe(today);
        today.ShouldAllBe(question => Languages.Of(question) == Language.Chinese);
        Languages.Of(Suggestions.Choose(questions, Language.English, day)[0]).ShouldBe(Language.English);
        questions.Where(question => today.Contains(question.Title)).Select(question => question.Tags[0]).ShouldBeUnique();
    }

    [Fact]
    public async Task The_page_speaks_the_readers_language()
    {
        (await site.PageAsync("/", "zh-CN")).ShouldContain("<html lang=\"zh-CN\">");
        (await site.PageAsync("/", "en-GB, zh;q=0.5")).ShouldContain("placeholder=\"What would you like to know?\"");
    }

    [Fact]
    public async Task Every_page_leads_straight_to_the_knowledge_base()
    {
        foreach (var path in (string[])["/", "/questions", "/questions/what-is-a-token"])
            (await site.PageAsync(path)).ShouldContain("href=\"https://example.feishu.cn/wiki/home\">直达「问路」飞书知识库 →</a>");
    }

    private async Task<IReadOnlyList<StoredDocument>> SeedQuestionsAsync()
    {
        var store = site.Bot.Service<KnowledgeStore>();
        var listed = await store.ListAsync(Kinds.Question, 0, 200);
        return [.. (await Task.WhenAll(listed.Select(question => store.FindAsync(question.Document.Key)))).OfType<StoredDocument>()];
    }

    private async Task<List<string>> SourcesAsync() => [.. (await SeedQuestionsAsync()).SelectMany(question => question.Document.Sources).Distinct()];

    private static HashSet<string> Ids(string page) => [.. AnyId().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex AnyId();

    [GeneratedRegex("<p class=\"source\">\\s*<a href=\"([^\"]*)\"")]
    private static partial Regex SourceLinks();

    [GeneratedRegex("(?:href|src)=\"(/[a-z]+\\.[a-z]+\\?v=[^\"]*)\"")]
    private static partial Regex Files();

    [GeneratedRegex("<script(?![^>]*\\ssrc=|[^>]*application/ld)|<style|\\sstyle=|<[^>]*\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("<script(?! src=\"/(?:site|pages)| type=\"application/ld)|<svg|<[a-z]+[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\\son[a-z]+=|(?:href|src)=\"(?!/|#|https?:|\")[^\"]*", RegexOptions.IgnoreCase)]
    private static partial Regex Dangers();
}
