using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>What search engines, feed readers and caches are told.</summary>
public sealed class FoundTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly string[] Pages =
        ["/", "/questions", "/questions?page=2", "/questions?tag=RFID", "/questions?sort=useful", "/questions?q=token", "/questions/what-is-a-token", "/documents/ai-glossary"];

    [Fact]
    public async Task Every_address_of_the_sitemap_is_a_page_that_names_itself()
    {
        var addresses = XDocument.Parse(await site.Http.GetStringAsync("/sitemap.xml")).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value).ToList();
        addresses.Count.ShouldBeGreaterThan(60);
        addresses.ShouldBeUnique();
        foreach (var address in addresses)
        {
            using var response = await site.Http.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.RequestMessage!.RequestUri!.AbsoluteUri.ShouldBe(address);
            var page = await ParseAsync(response);
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(address);
            page.QuerySelector("meta[name=robots]").ShouldBeNull(address);
            page.QuerySelector("meta[name=description]")!.GetAttribute("content").ShouldNotBeNullOrWhiteSpace(address);
        }

        (await site.Http.GetAsync("/sitemaps/2.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Http.GetStringAsync("/robots.txt")).ShouldContain($"Sitemap: {site.Http.BaseAddress}sitemap.xml");
    }

    [Fact]
    public void A_sitemap_is_split()
    {
        var frame = new Frame(Language.English, "/", "https://ask.example.com");
        var addresses = Enumerable.Range(0, Sitemap.Largest + 1).Select(number => new SitemapAddress($"/{number}", null)).ToList();

        Sitemap.Whole(frame, addresses).Root!.Elements().Count().ShouldBe(2);
        Sitemap.Whole(frame, addresses[1..]).Root!.Elements().Count().ShouldBe(Sitemap.Largest);
        Sitemap.Part(frame, addresses, 1)!.Root!.Elements().Count().ShouldBe(Sitemap.Largest);
        Sitemap.Part(frame, addresses, 2)!.Root!.Value.ShouldBe("https://ask.example.com/50000");
        Sitemap.Part(frame, addresses, 3).ShouldBeNull();
    }

    [Theory]
    [InlineData("/questions/what-is-a-token")]
    [InlineData("/questions/what-is-a-token/something-else")]
    public async Task Another_address_of_a_question_leads_to_its_own(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Http.BaseAddress };
        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        var page = await site.PageAsync(response.Headers.Location!.ToString());
        page.ShouldContain("\"@type\":\"QAPage\"");
    }

    [Theory]
    [InlineData("/questions?page=99")]
    [InlineData("/questions?page=0")]
    [InlineData("/questions?page=x")]
    [InlineData("/questions?tag=nothing-has-this")]
    public async Task A_list_that_there_is_not_is_not_found(string path) => (await site.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task What_is_said_for_programs_is_what_the_page_says()
    {
        var page = await ParseAsync(await site.Http.GetAsync("/questions/what-is-a-token"));
        var data = JsonElement.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var question = data[0].GetProperty("mainEntity");

        question.GetProperty("name").GetString().ShouldBe(page.QuerySelector("h1")!.TextContent);
        question.GetProperty("acceptedAnswer").GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
        page.QuerySelector("meta[property='og:title']")!.GetAttribute("content").ShouldBe(page.QuerySelector("h1")!.TextContent);
        using var image = await site.Http.GetAsync(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        data[1].GetProperty("itemListElement").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("/questions")]
    [InlineData("/questions?page=2")]
    [InlineData("/questions?tag=RFID")]
    public async Task A_list_tells_programs_the_questions_and_the_answers_that_it_shows(string path)
    {
        var page = await ParseAsync(await site.Http.GetAsync(path));
        var data = JsonElement.Parse(page.QuerySelectorAll("script[type='application/ld+json']").ShouldHaveSingleItem().TextContent);
        var listed = data[0].GetProperty("mainEntity").EnumerateArray().ToList();

        data[0].GetProperty("@type").GetString().ShouldBe("FAQPage");
        listed.Select(question => question.GetProperty("name").GetString()).ShouldBe(page.QuerySelectorAll(".questions h2").Select(heading => heading.TextContent));
        listed.Select(question => question.GetProperty("acceptedAnswer").GetProperty("text").GetString()).ShouldBe(page.QuerySelectorAll(".questions .lead").Select(lead => lead.TextContent));
        listed.Select(question => question.GetProperty("url").GetString()!).ShouldAllBe(address => address.StartsWith(site.Http.BaseAddress!.ToString(), StringComparison.Ordinal));
        data[1].GetProperty("itemListElement").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("/questions?q=token")]
    [InlineData("/questions?sort=useful")]
    [InlineData("/nothing")]
    public async Task What_is_not_for_search_engines_tells_them_nothing(string path) =>
        (await ParseAsync(await site.Http.GetAsync(path))).QuerySelector("script[type='application/ld+json']").ShouldBeNull();

    [Fact]
    public async Task What_is_said_for_programs_cannot_end_its_element()
    {
        await site.Bot.KnowsAsync("breakout", "x", "## x\nx", "everyone");
        await site.Bot.PublishesAsync("breakout", "</script><script>alert(1)</script>？", "<!-- </script> [1]", "breakout");

        foreach (var path in (string[])["/questions/breakout", "/questions"])
        {
            var page = await ParseAsync(await site.Http.GetAsync(path));
            page.QuerySelectorAll("script").Where(script => script.GetAttribute("src") is null).ShouldHaveSingleItem().GetAttribute("type").ShouldBe("application/ld+json");
            JsonElement.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).ToString().ShouldContain("alert(1)");
        }

        await site.Bot.EditAsync(HttpMethod.Delete, "/api/questions/breakout");
    }

    [Fact]
    public async Task Whoever_has_a_page_is_told_that_it_still_stands()
    {
        foreach (var path in Pages.Append("/feed.atom").Append("/sitemap.xml").Append("/robots.txt"))
        {
            using var first = await site.Http.GetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await site.Http.SendAsync(request);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, path);
            first.Headers.CacheControl!.Public.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_a_visitor_asked_is_kept_by_no_cache()
    {
        using var response = await site.Http.GetAsync("/?q=" + Uri.EscapeDataString("Who won the 1998 football world cup final?"));

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task A_head_is_answered_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/questions");
        using var response = await site.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_feed_names_every_entry_once()
    {
        var feed = XDocument.Parse(await site.Http.GetStringAsync("/feed.atom"));
        XNamespace atom = "http://www.w3.org/2005/Atom";

        feed.Root!.Name.ShouldBe(atom + "feed");
        var entries = feed.Root.Elements(atom + "entry").ToList();
        entries.Count.ShouldBe(30);
        entries.Select(entry => entry.Element(atom + "id")!.Value).ShouldBeUnique();
        entries.ShouldAllBe(entry => entry.Element(atom + "title") != null && entry.Element(atom + "updated") != null && entry.Element(atom + "summary") != null);
    }

    [Fact]
    public async Task Pages_are_valid_and_their_links_lead_somewhere()
    {
        foreach (var path in Pages.Append("/nothing/here"))
        {
            foreach (var language in (string[])["zh-CN", "en"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.AcceptLanguage.ParseAdd(language);
                using var response = await site.Http.SendAsync(request);
                Faults(await ParseAsync(response)).ShouldBeEmpty(path);
            }
        }
    }

    [Fact]
    public async Task Every_link_to_a_page_of_this_site_opens()
    {
        var links = new HashSet<string>();
        foreach (var path in Pages)
            links.UnionWith((await ParseAsync(await site.Http.GetAsync(path))).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]));
        links.RemoveWhere(link => link.StartsWith("/?q=", StringComparison.Ordinal));
        links.Count.ShouldBeGreaterThan(40);
        foreach (var link in links)
            (await site.Http.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
    }

    [Theory]
    [InlineData("什么是 Token？一个汉字算几个 Token？", "什么是-token-一个汉字算几个-token")]
    [InlineData("  C# & F#  ", "c-f")]
    [InlineData("？！", "")]
    public void A_slug_is_the_letters_and_digits(string question, string slug) => Slug.Of(question).ShouldBe(slug);

    [Fact]
    public async Task A_page_that_is_missing_offers_what_may_have_been_meant()
    {
        using var response = await site.Http.GetAsync("/questions/gone/" + Uri.EscapeDataString("提示词怎么写"));
        var page = await ParseAsync(response);

        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("提示词怎么写");
        page.QuerySelectorAll(".questions a").Length.ShouldBeGreaterThan(0);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
        return await parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    private static IEnumerable<string> Faults(IDocument page)
    {
        foreach (var twin in page.All.Where(element => !string.IsNullOrEmpty(element.Id)).GroupBy(element => element.Id).Where(same => same.Count() > 1))
            yield return "id twice: " + twin.Key;
        foreach (var link in page.QuerySelectorAll("a[href^='#']").Where(link => page.GetElementById(Uri.UnescapeDataString(link.GetAttribute("href")![1..])) is null))
            yield return "leads nowhere: " + link.OuterHtml;
        foreach (var label in page.QuerySelectorAll("label[for]").Where(label => page.GetElementById(label.GetAttribute("for")!) is null))
            yield return "labels nothing: " + label.OuterHtml;
        if (page.QuerySelectorAll("h1").Length != 1)
            yield return $"{page.QuerySelectorAll("h1").Length} h1";
        if (page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').Pairwise().Any(pair => pair.Next > pair.One + 1))
            yield return "a level of headings is left out";
        foreach (var misplaced in page.QuerySelectorAll("p div, p ul, p ol, p section, button a, a a, ul > :not(li):not(template), ol > :not(li)"))
            yield return "misplaced: " + misplaced.OuterHtml[..Math.Min(80, misplaced.OuterHtml.Length)];
    }
}

internal static class Pairs
{
    public static IEnumerable<(int One, int Next)> Pairwise(this IEnumerable<int> numbers)
    {
        var list = numbers.ToList();
        return list.Zip(list.Skip(1));
    }
}
