using Wenlu.BotHost.Wiki.Docx;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

public sealed class HeadingTests
{
    [Fact]
    public void What_stands_before_the_first_heading_opens_at_its_first_block()
    {
        var chunks = Chunks(Draft.Text(""), Draft.Text("前言"), Draft.Heading(1, "一"), Draft.Text("正文"));

        chunks.Select(chunk => (chunk.Anchor, chunk.Text)).ShouldBe([("b2", "前言"), ("b3", "正文")]);
    }

    [Fact]
    public void A_long_text_without_headings_opens_near_each_of_its_passages()
    {
        var chunks = Chunks([.. Enumerable.Range(0, 300).Select(at => Draft.Text($"第 {at} 段。{new string('字', 60)}"))]);

        chunks.Select(chunk => chunk.Anchor).Distinct().Count().ShouldBeGreaterThan(8);
        chunks.ShouldAllBe(chunk => chunk.Anchor != null);
        foreach (var chunk in chunks.DistinctBy(chunk => chunk.Anchor))
            chunk.Text.ShouldStartWith($"第 {int.Parse(chunk.Anchor![1..], System.Globalization.CultureInfo.InvariantCulture) - 1} 段。");
    }

    [Fact]
    public void Nine_levels_are_told_apart()
    {
        var chunks = Chunks([.. Enumerable.Range(1, 9).SelectMany(level => new[] { Draft.Heading(level, $"H{level}"), Draft.Text($"T{level}") }), Draft.Heading(8, "H8b"), Draft.Text("T8b")]);

        chunks.Select(chunk => (chunk.Anchor, chunk.Headings[^1], chunk.Text)).TakeLast(4).ShouldBe([
            ("b13", "H6 › H7", "T7"), ("b15", "H6 › H7 › H8", "T8"), ("b17", "H6 › H7 › H8 › H9", "T9"), ("b19", "H6 › H7 › H8b", "T8b"),
        ]);
        chunks[^1].Headings.Take(5).ShouldBe(["H1", "H2", "H3", "H4", "H5"]);
    }

    [Theory]
    [InlineData("C#", "C#")]
    [InlineData("学 #", "学 #")]
    [InlineData("# 号", "# 号")]
    [InlineData("见 {#x}", "见 {#x}")]
    [InlineData("两行\n标题", "两行 标题")]
    [InlineData("- 减号", "- 减号")]
    public void A_heading_is_read_back_as_it_was_written(string heading, string read) =>
        Chunks(Draft.Heading(2, heading), Draft.Text("正文")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            chunk => chunk.Headings.ShouldBe([read]), chunk => chunk.Anchor.ShouldBe("b1"));

    [Fact]
    public void A_paragraph_that_was_made_a_heading_is_both()
    {
        var text = string.Concat(Enumerable.Range(100, 100).Select(at => $"第{at}句。"));

        var chunk = Chunks(Draft.Heading(1, text)).ShouldHaveSingleItem();

        chunk.Anchor.ShouldBe("b1");
        chunk.Headings.ShouldBe([$"{text[..100]}…"]);
        chunk.Text.ShouldBe(text);
    }

    [Fact]
    public void Children_of_headings_and_columns_are_under_them() => Converted.Text(
        Draft.Heading(1, "折叠", Draft.Text("里面")),
        Draft.Holder(BlockType.Grid, Draft.Holder(BlockType.GridColumn, Draft.Heading(2, "左"), Draft.Text("左文")), Draft.Holder(BlockType.GridColumn, Draft.Text("右文"))))
        .ShouldBe("# 折叠 {#b1}\n\n里面\n\n## 左 {#b5}\n\n左文\n\n右文");

    [Fact]
    public void A_heading_equal_to_the_title_is_an_anchor_all_the_same() =>
        Chunks(Draft.Heading(1, "标题"), Draft.Text("正文")).ShouldHaveSingleItem().Anchor.ShouldBe("b1");

    private static IReadOnlyList<Chunk> Chunks(params Draft[] children)
    {
        var document = Converted.Of(children);
        return MarkdownChunker.Cut(document.Title, document.Markdown);
    }
}
