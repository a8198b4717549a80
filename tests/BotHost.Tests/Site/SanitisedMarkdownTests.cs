using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>Whatever is written in a document or an answer, a page holds only what its own look is made of.</summary>
public sealed class SanitisedMarkdownTests
{
    private static readonly Reference[] References =
        [new(1, "d", "标题 \"><img src=x onerror=alert(1)>", [], "x", "/documents/d", DateTimeOffset.UnixEpoch)];

    [Fact]
    public void Hostile_markdown_does_nothing_in_a_document()
    {
        foreach (var markdown in HostileMarkdown.All)
            SiteMarkdown.Document("标题", markdown).ShouldBeHarmless();
    }

    [Fact]
    public void Hostile_markdown_does_nothing_in_an_answer()
    {
        foreach (var markdown in HostileMarkdown.All)
        {
            SiteMarkdown.Answer(markdown, References).ShouldBeHarmless();
            SiteMarkdown.Draft(markdown).ShouldBeHarmless();
        }
    }

    [Fact]
    public void Hostile_markdown_does_nothing_in_a_passage()
    {
        foreach (var markdown in HostileMarkdown.All)
            SiteMarkdown.Passage(markdown, [markdown, "话"]).ShouldBeHarmless();
    }

    [Fact]
    public void Half_an_attack_is_no_attack_on_the_way_to_the_whole_one()
    {
        foreach (var markdown in HostileMarkdown.Tags)
        {
            for (var length = 1; length < markdown.Length; length++)
                SiteMarkdown.Draft(markdown[..length]).ShouldBeHarmless();
        }
    }

    /// <summary>The renderer escapes every tag; here the sanitizer stands alone, as if it had not.</summary>
    [Fact]
    public void Raw_html_is_cleaned_by_the_sanitizer_alone()
    {
        foreach (var html in HostileMarkdown.Tags.Concat(HostileMarkdown.Addresses.Select(address => $"<a href=\"{address}\">x</a><img src=\"{address}\">")))
        {
            SafeHtml.Document(html).ShouldBeHarmless();
            SafeHtml.Text(html).ShouldBeHarmless();
            SafeHtml.Text(html).ShouldNotContain("<img");
        }
    }

    [Fact]
    public void What_pages_are_made_of_comes_through()
    {
        var page = HarmlessHtml.Parse(SiteMarkdown.Document("标题", """
            ## 年假 {#leave}

            **重要** *强调* ~~旧~~ `代码` <https://example.com/a> [内部](/documents/b#x) [此处](#leave)

            | a | b |
            |:-:|--:|
            | 1 | 2 |

            - [x] 完成
            - [ ] 未完成

            3. 三

            ```c#
            var x = 1 < 2;
            ```

            ![图](https://example.com/a.png) ![图](http://example.com/b.png)

            > 引用

            ---
            """));

        page.QuerySelector("h2#leave")!.TextContent.ShouldBe("年假");
        foreach (var selector in (string[])["strong", "em", "del", "blockquote", "hr", "table[tabindex='0']", "td.center", "td.right", "ol[start='3']", "pre[tabindex='0'] code.language-c\\#", "input[type=checkbox][checked][disabled]"])
            page.QuerySelector(selector).ShouldNotBeNull(selector);
        page.QuerySelectorAll("img").Select(image => image.GetAttribute("src")).ShouldBe(["https://example.com/a.png"]);
        page.QuerySelector("code.language-c\\#")!.TextContent.ShouldBe("var x = 1 < 2;\n");
        page.QuerySelector("a[href='/documents/b#x']")!.HasAttribute("rel").ShouldBeFalse();
        page.QuerySelector("a[href='https://example.com/a']")!.GetAttribute("rel").ShouldBe("noopener nofollow");
    }

    [Fact]
    public void Citations_lead_to_their_references_and_pictures_stay_in_documents()
    {
        var answer = HarmlessHtml.Parse(SiteMarkdown.Answer("十天。[1] 见[2]，`[1]` 和 [链接](https://example.com \"> [1] <\") ![图例](https://example.com/a.png)", References));

        var citation = answer.QuerySelectorAll("a.citation").ShouldHaveSingleItem();
        citation.GetAttribute("href").ShouldBe("#reference-1-1");
        citation.GetAttribute("title").ShouldBe(References[0].Title);
        answer.QuerySelector("code")!.TextContent.ShouldBe("[1]");
        answer.QuerySelector("a:not(.citation)")!.GetAttribute("title").ShouldBe("> [1] <");
        answer.TextContent.ShouldContain("图例");
        answer.QuerySelector("img").ShouldBeNull();
    }

    [Fact]
    public void The_cited_sentence_is_marked() =>
        HarmlessHtml.Parse(SiteMarkdown.Passage("年假十天。病假要证明。", ["年假十天"])).QuerySelector("mark")!.TextContent.ShouldBe("年假十天。");
}
