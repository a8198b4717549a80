using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

public sealed class TableTests
{
    [Fact]
    public void Each_row_says_what_its_merged_cells_mean() => Converted.Text(Draft.Table(
        3,
        [Draft.Cell("城市"), Draft.Cell("标准"), Draft.Cell(), Draft.Cell("北京"), Draft.Cell("住宿"), Draft.Cell("500"), Draft.Cell(), Draft.Cell("交通"), Draft.Cell("80")],
        [null, new(1, 2), null, new(2, 1), null, null, null, null, null]))
        .ShouldBe("| 城市 | 标准 | 标准 |\n| --- | --- | --- |\n| 北京 | 住宿 | 500 |\n| 北京 | 交通 | 80 |");

    [Fact]
    public void A_cell_over_a_whole_row_is_said_once_and_a_long_one_is_not_repeated()
    {
        var text = new string('长', 300);

        Converted.Text(Draft.Table(
            2, [Draft.Cell("合计"), Draft.Cell(), Draft.Cell(text), Draft.Cell("甲"), Draft.Cell(), Draft.Cell("乙")],
            [new(1, 2), null, new(2, 1), null, null, null]))
            .ShouldBe($"| 合计 |  |\n| --- | --- |\n| {text} | 甲 |\n| 〃 | 乙 |");
    }

    [Fact]
    public void Whatever_stands_in_a_cell_becomes_one_line() => Converted.Text(Draft.Table(
        2,
        [
            Draft.Cell("a|b"), Draft.Cell(Draft.Text("先\n后"), Draft.Bullet("点", Draft.Ordered("1", "一")), Draft.Todo(true, "办")),
            Draft.Cell(Draft.Code("x | y"), Draft.Code("ls")), Draft.Cell(Draft.Table(2, [Draft.Cell("甲"), Draft.Cell("1"), Draft.Cell("乙"), Draft.Cell("2")])),
        ]))
        .ShouldBe("| a\\|b | 先 后 • 点 1. 一 ☑ 办 |\n| --- | --- |\n| x \\| y `ls` | 甲, 1; 乙, 2 |");

    [Fact]
    public void A_table_of_one_cell_is_a_frame_around_its_content() =>
        Converted.Text(Draft.Table(1, [Draft.Cell(Draft.Bullet("点"), Draft.Code("ls"))])).ShouldBe("- 点\n\n```\nls\n```");

    [Fact]
    public void Where_the_first_column_is_the_head_the_first_row_is_not() =>
        Converted.Text(Draft.Table(2, [Draft.Cell("姓名"), Draft.Cell("小明"), Draft.Cell("工号"), Draft.Cell("7")], headerRow: false, headerColumn: true))
            .ShouldBe("|  |  |\n| --- | --- |\n| 姓名 | 小明 |\n| 工号 | 7 |");

    [Fact]
    public void A_table_with_nothing_in_it_vanishes() => Converted.Text(Draft.Table(2, [Draft.Cell(), Draft.Cell(" ")])).ShouldBeEmpty();

    [Fact]
    public void Spans_beyond_the_table_end_with_it() =>
        Converted.Text(Draft.Table(2, [Draft.Cell("a"), Draft.Cell("b"), Draft.Cell("c"), Draft.Cell("")], [new(-1, 0), null, null, new(99, int.MaxValue)]))
            .ShouldBe("| a | b |\n| --- | --- |\n| c |  |");

    [Fact]
    public void Sheets_are_tables_and_those_that_cannot_be_read_are_listed()
    {
        var blocks = Draft.Document(Draft.Sheet("s_1"), Draft.Sheet("s_2"));
        DocxDocument.NeedsOf(blocks).Sheets.ShouldBe(["s_1", "s_2"]);

        var document = DocxDocument.Convert(blocks, new DocxReferences
        {
            Sheets = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> { ["s_1"] = [["项", "额|度", ""], ["差旅", "1\n000", ""], ["", "", ""]], ["s_2"] = [] },
        });

        Converted.WithoutMarks(document.Markdown).ShouldBe("| 项 | 额\\|度 |\n| --- | --- |\n| 差旅 | 1 000 |");
        document.Skipped.ShouldBe([new SkippedBlock("b2", BlockType.Sheet, SkipReason.Unreadable)]);
    }
}
