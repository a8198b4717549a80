using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

public sealed class ImpliedHeadingsTests
{
    [Theory]
    [InlineData("Q: 怎么请假？\nA: 在 OA 里申请。\n\nQ: 找谁批？\nA: 直属主管。")]
    [InlineData("问：怎么请假？\n\n答：在 OA 里申请。\n\n问：找谁批？\n\n答：直属主管。")]
    [InlineData("Q1. 怎么请假？\n在 OA 里申请。\nQ2. 找谁批？\n直属主管。")]
    [InlineData("**怎么请假？**\n\n在 OA 里申请。\n\n**找谁批？**\n\n直属主管。")]
    [InlineData("**1. 怎么请假？**\n在 OA 里申请。\n\n**2. 找谁批？**\n直属主管。")]
    [InlineData("**Q：** 怎么请假？\n在 OA 里申请。\n\n**Q：** 找谁批？\n直属主管。")]
    [InlineData("1. 怎么请假？\n\n   在 OA 里申请。\n\n2. 找谁批？\n\n   直属主管。")]
    [InlineData("1. 怎么请假？\n\n在 OA 里申请。\n\n2. 找谁批？\n\n直属主管。")]
    [InlineData("1、怎么请假？\n在 OA 里申请。\n2、找谁批？\n直属主管。")]
    [InlineData("- **怎么请假？**\n  在 OA 里申请。\n- **找谁批？**\n  直属主管。")]
    [InlineData("一、怎么请假？\n\n在 OA 里申请。\n\n二、找谁批？\n\n直属主管。")]
    public void A_page_of_questions_is_cut_by_question(string page)
    {
        var chunks = MarkdownChunker.Cut("", "## 常见问题\n\n" + page);

        chunks.Select(chunk => string.Join(" > ", chunk.Headings)).ShouldBe(["常见问题 > 怎么请假？", "常见问题 > 找谁批？"]);
        chunks.ShouldAllBe(chunk => chunk.Anchor == "常见问题");
        chunks[0].Text.ShouldEndWith("在 OA 里申请。");
        chunks[1].Text.ShouldEndWith("直属主管。");
    }

    [Theory]
    [InlineData("面试会问：\n\n1. 你做过什么？\n2. 你想做什么？\n3. 你什么时候能来？")]
    [InlineData("**为什么要这样？**\n\n因为只有一处强调的问句不是一页问答。")]
    [InlineData("为什么要这样？\n因为别的办法更慢。\n那么怎么办？\n先等等看。")]
    [InlineData("| 问题 | 答 |\n|---|---|\n| Q: 一？ | 甲 |\n| Q: 二？ | 乙 |")]
    [InlineData("```\nQ: one?\nanswer\nQ: two?\nanswer\n```")]
    [InlineData("> Q: 一？\n> 甲\n> Q: 二？\n> 乙")]
    public void Questions_that_are_text_stay_text(string text)
    {
        var chunk = MarkdownChunker.Cut("", "## 说明\n\n" + text).ShouldHaveSingleItem();

        chunk.Headings.ShouldBe(["说明"]);
        chunk.Text.ShouldBe(text);
    }

    [Fact]
    public void In_a_document_without_headings_numbered_and_bold_lines_are_headings()
    {
        var chunks = MarkdownChunker.Cut("考勤制度", "# 考勤制度\n\n第一章 总则\n\n一、目的\n为了公平。\n二、范围\n全体员工。\n\n第二章 假期\n\n（一）年假\n\n十天。\n\n（二）病假\n\n凭医院证明。\n\n**材料**\n\n证明原件。\n\n**期限**\n\n三天内。");

        chunks.Select(chunk => (string.Join(" > ", chunk.Headings), chunk.Anchor, chunk.Text)).ShouldBe([
            ("第一章 总则 > 一、目的", null, "为了公平。"),
            ("第一章 总则 > 二、范围", null, "全体员工。"),
            ("第二章 假期 > （一）年假", null, "十天。"),
            ("第二章 假期 > （二）病假", null, "凭医院证明。"),
            ("第二章 假期 > （二）病假 > 材料", null, "证明原件。"),
            ("第二章 假期 > （二）病假 > 期限", null, "三天内。"),
        ]);
    }

    [Theory]
    [InlineData("## 标题\n\n一、目的\n为了公平。\n二、范围\n全体员工。")]
    [InlineData("名单：\n一、张三\n二、李四\n三、王五")]
    [InlineData("一、带身份证；\n领取工牌。\n二、带学历证书；\n登记。")]
    [InlineData("三、从中间摘下来的\n第一段。\n\n五、另一段\n第二段。")]
    [InlineData("**注意：**\n\n今天停电。\n\n**提示：**\n\n明天恢复。")]
    [InlineData("一、只有一条\n\n正文。")]
    public void Where_it_is_doubtful_a_line_is_text(string markdown) => MarkdownChunker.Cut("", markdown).ShouldHaveSingleItem();

    [Theory]
    [InlineData("**")]
    [InlineData("****")]
    [InlineData("__ __")]
    [InlineData("Q:")]
    [InlineData("第")]
    [InlineData("1.")]
    [InlineData("（一）")]
    public void A_line_of_nothing_but_marks_is_text(string line) =>
        MarkdownChunker.Cut("", $"{line}\n正文\n{line}\n正文").ShouldHaveSingleItem().Headings.ShouldBeEmpty();

    [Fact]
    public void A_question_without_an_answer_is_not_lost() =>
        MarkdownChunker.Cut("", "Q: 一？\n甲\n\nQ: 二？\n乙\n\nQ: 三？").Select(chunk => chunk.Text).ShouldBe(["甲", "乙", "三？"]);

    [Fact]
    public void What_stands_under_a_question_in_a_list_keeps_its_blocks()
    {
        var chunks = MarkdownChunker.Cut("", "1. 怎么装？\n\n   运行：\n\n   ```sh\n   # install\n   apt install x\n   ```\n\n2. 怎么删？\n\n   不能删。");

        chunks[0].Text.ShouldBe("运行：\n\n```sh\n# install\napt install x\n```");
        chunks[1].Headings.ShouldBe(["怎么删？"]);
    }
}
