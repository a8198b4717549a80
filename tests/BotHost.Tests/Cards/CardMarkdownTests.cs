using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CardMarkdownTests
{
    private const string Table = "| 编号 | 说明 |\n|---|---|\n| x[1] | &#60;b>&#60;at id=all> |";

    [Theory]
    [InlineData("[手册](/documents/leave)", "手册")]
    [InlineData("[手册](documents/leave.md)", "手册")]
    [InlineData("[手册](mailto:hr@example.com)", "手册")]
    [InlineData("![图](/a.png)", "图")]
    [InlineData("![图](https://example.com/a.png)", "&#33;[图](https://example.com/a.png)")]
    [InlineData("[下载](ftp://example.com/a)", "下载")]
    [InlineData("[[手册](/documents/leave)](https://example.com/a)", "[手册](https://example.com/a)")]
    [InlineData("[手册](https://example.com/a)", "[手册](https://example.com/a)")]
    [InlineData("`[手册](/documents/leave)`", "`[手册](/documents/leave)`")]
    public void Pitfall_31_What_a_click_cannot_open_is_plain_text(string markdown, string shown) => CardMarkdown.Of(markdown, []).ShouldBe(shown);

    [Fact]
    public void Pitfall_25_A_table_beyond_those_a_card_may_have_becomes_a_list()
    {
        var shown = CardMarkdown.Of(string.Join("\n\n", Enumerable.Repeat(Table, 4)), [Source]);

        shown[shown.LastIndexOf("**编号", StringComparison.Ordinal)..].ShouldBe(
            "**编号 · 说明**\n\n- **x<number_tag background_color='grey' font_color='white' url='https://example.com/leave'>1</number_tag>**：&#60;b>&#60;at id=all>");
        shown.Split("| --- | --- |").Length.ShouldBe(4, "three tables stay tables");
    }

    [Fact]
    public void Each_cell_of_a_wide_table_is_told_with_its_heading() =>
        CardMarkdown.Of("| Code | Meaning | Since |\n|--|--|--|\n| E1 | a \\| b | 2024 |\n| E2 | | |", [], maxTables: 0).ShouldBe(
            "**Code · Meaning · Since**\n\n- **E1**: Meaning a &#124; b; Since 2024\n- **E2**: Meaning ; Since ");

    /// <summary>What a chat client makes of Markdown that was not written for it.</summary>
    [Theory]
    [InlineData("文字\n    不是代码", "文字\n不是代码")]
    [InlineData("- a\n  - b\n      - c", "- a\n    - b\n        - c")]
    [InlineData("- a\n\t- b\n- c", "- a\n    - b\n- c")]
    [InlineData("* a\n+ b\n1) c", "- a\n- b\n1. c")]
    [InlineData("- a\n  - b\n    - c\n      - d\n        - e\n          - f", "- a\n    - b\n        - c\n            - d\n            - e\n            - f")]
    [InlineData("- - - x", "- &#45; - x")]
    [InlineData("# 大标题\n#### 小标题", "#### 大标题\n###### 小标题")]
    [InlineData("1. 步骤\n   ```bash\n   ls\n   ```\n2. 完成", "1. 步骤\n\n```bash\nls\n```\n\n2. 完成")]
    [InlineData("- ```js\n  x\n  ```", "```js\nx\n```")]
    [InlineData("```\n没有结束", "```\n没有结束\n```")]
    [InlineData("~~~python\n```\n~~~", "````python\n```\n````")]
    [InlineData("标题\n---\n正文", "标题\n\n---\n\n正文")]
    [InlineData("标题\n===\n正文", "标题\n正文")]
    [InlineData("``` a ``` b", "&#96;&#96;&#96; a &#96;&#96;&#96; b")]
    [InlineData(">>>> 引用", "> > 引用")]
    [InlineData("> | a | b |\n> |---|---|\n> | 1 | 2 |", "> | a | b |\n> | 1 | 2 |")]
    [InlineData("a | b\n> --\n|-|", "a | b\n&#124;&#45;&#124;")]
    [InlineData("a | b\n* |", "a | b\n- &#124;")]
    [InlineData("a | b\n\u000B---", "a | b\n\u000B---")]
    [InlineData("****粗****", "&#42;&#42;&#42;&#42;粗&#42;&#42;&#42;&#42;")]
    [InlineData("<b>粗</b>", "&#60;b>粗&#60;/b>")]
    public void Pitfall_31_What_a_client_would_misread_is_written_as_it_was_meant(string markdown, string shown) => CardMarkdown.Of(markdown, []).ShouldBe(shown);

    /// <summary>Nothing of unknown origin mentions anybody.</summary>
    [Theory]
    [InlineData("<at id=all></at>")]
    [InlineData("`<at id=all></at>`")]
    [InlineData("```\n<AT id=all></AT>\n```")]
    [InlineData("| a |\n|---|\n| <at id=all> |")]
    public void Pitfall_32_No_text_mentions_anybody(string markdown) =>
        CardMarkdown.Of(markdown, []).ShouldNotContain("<at", Case.Insensitive);

    [Fact]
    public void Code_that_is_still_being_written_stays_open() =>
        CardMarkdown.Of("```python\nprint(1)", [], isGrowing: true).ShouldBe("```python\nprint(1)");

    private static Reference Source => new(1, "leave", "员工手册", [], "年假十天。", "https://example.com/leave", DateTimeOffset.UnixEpoch);
}
