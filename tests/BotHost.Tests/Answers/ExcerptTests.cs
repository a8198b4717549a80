using FsCheck.Xunit;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class ExcerptTests
{
    [Fact]
    public void A_long_passage_is_quoted_from_the_sentence_that_answers()
    {
        var passage = string.Concat(Enumerable.Repeat("公司成立于杭州，员工来自各地。", 30)) + "年假每年十天。" + string.Concat(Enumerable.Repeat("食堂在二楼。", 50));

        var excerpt = Excerpt.Of(passage, "年假有几天？");

        excerpt.ShouldStartWith("…年假每年十天。");
        excerpt.Length.ShouldBeLessThanOrEqualTo(Excerpt.Longest + 2);
    }

    [Fact]
    public void Markdown_becomes_plain_text() =>
        Excerpt.Of("## 年假\n\n**十天**，见[制度](https://wiki.example)。", "年假").ShouldBe("年假 十天，见制度。");

    [Fact]
    public void A_table_becomes_its_cells_and_the_row_that_answers_comes_first()
    {
        Excerpt.Of("| 缩写 | 中文 |\n|---|:-:|\n| SFT | 监督微调 |\n| `DPO` | 直接偏好优化 |", "DPO").ShouldBe("缩写 · 中文； SFT · 监督微调； DPO · 直接偏好优化；");
        Excerpt.Of("|Code|Meaning|\r\n|-|-|\r\n|E4021|quota used up|\r\n", "E4021").ShouldBe("Code · Meaning; E4021 · quota used up;");

        var rows = string.Concat(Enumerable.Range(0, 40).Select(row => $"| E{4000 + row} | 第 {row} 种错误 |\n"));
        Excerpt.Of($"| 代码 | 说明 |\n|---|---|\n{rows}", "E4021 是什么").ShouldStartWith("… E4021 · 第 21 种错误；");
    }

    [Property]
    public void An_excerpt_is_one_bounded_line(string text)
    {
        var excerpt = Excerpt.Of(text ?? "", "年假");

        excerpt.ShouldNotContain("\n");
        excerpt.Length.ShouldBeLessThanOrEqualTo(Excerpt.Longest + 2);
    }
}
