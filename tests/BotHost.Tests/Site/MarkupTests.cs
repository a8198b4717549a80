using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>Every public page as the standard has it, in both languages, with one rule left out, see NuHtmlChecker.</summary>
public sealed class MarkupTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly string[] Languages = ["zh-CN", "en"];

    private static readonly string[] Pages =
    [
        "/", "/questions", "/questions?page=2", "/questions?tag=RFID", "/questions?sort=useful", "/questions?q=token", "/questions?q=zzzz", "/questions/what-is-a-token",
        "/questions/llm-and-cot", "/documents/ai-glossary", "/documents/what-is-an-agent", "/documents/markdown", "/nothing/here", "/questions/gone",
        "/?q=token+%E6%98%AF%E4%BB%80%E4%B9%88%EF%BC%9F", "/?q=Who+won+the+1998+football+world+cup+final%3F",
    ];

    [Fact]
    public async Task Every_page_is_valid()
    {
        await site.Bot.KnowsAsync("markdown", "一切写法", Everything);
        site.Model.Otherwise = _ => ModelReply.Says("**Token 是最小单位**。[1]\n\n- 一\n- 二 `代码` [1]\n\n| a | b |\n|:-:|--|\n| 1 | 2 |");
        var pages = new Dictionary<string, string> { ["/?q=… (en)"] = await ReadAsync("/?q=" + new string('a', 501), "en") };
        foreach (var path in Pages)
        {
            foreach (var language in Languages)
                pages[$"{path} ({language})"] = await ReadAsync(path, language);
        }

        (await NuHtmlChecker.ComplaintsAsync(pages)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_checker_finds_what_is_wrong() =>
        (await NuHtmlChecker.ComplaintsAsync(new Dictionary<string, string> { ["wrong"] = "<!DOCTYPE html><html lang=en><title>x</title><p><div id=a></div><div id=a>" }))
            .ShouldContain(complaint => complaint.StartsWith("wrong: Duplicate ID", StringComparison.Ordinal));

    private async Task<string> ReadAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await site.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private const string Everything = """
        # 一切写法

        ## Content

        正文 **重** *斜* ~~删~~ `码` <https://example.com> [外](https://example.com/?a=1&b=2 "题 \"引\"") [内](/documents/x#y) [此](#content)

        ### 表 {#table}

        | 左 | 中 | 右 |
        |:---|:--:|---:|
        | 1 | **2** | `3` |

        - [x] 完成
          - 里层
        - [ ] 未完成

        3. 三

           段落

        ```c#
        var x = 1 < 2 && 3 > 2;
        ```

        > 引用
        >
        > - 列表

        ![图 "引"](https://example.com/a.png "题") ![](http://example.com/b.png) [坏](javascript:alert(1))

        #### 四级

        ## Content

        ### 表又 {#table}

        ---

        末尾  
        换行 & < > " '
        """;
}
