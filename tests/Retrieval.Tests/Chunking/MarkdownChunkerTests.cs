using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

public sealed class MarkdownChunkerTests
{
    [Fact]
    public void A_chunk_knows_its_headings_its_anchor_and_its_place()
    {
        var chunks = MarkdownChunker.Cut("手册", "# 手册\n前言\n\n## 安装 Install!\n步骤\n\n### 升级 {#up}\n升级步骤\n\n## 安装 Install!\n再来");

        chunks.Select(chunk => (chunk.Number, string.Join(" > ", chunk.Headings), chunk.Anchor, chunk.Text)).ShouldBe([
            (0, "", null, "前言"),
            (1, "安装 Install!", "安装-install", "步骤"),
            (2, "安装 Install! > 升级", "up", "升级步骤"),
            (3, "安装 Install!", "安装-install-1", "再来"),
        ]);
    }

    [Fact]
    public void A_first_heading_that_is_not_the_title_is_a_heading() =>
        MarkdownChunker.Cut("手册", "# 概述\n正文").ShouldHaveSingleItem().Headings.ShouldBe(["概述"]);

    [Fact]
    public void Setext_headings_and_markup_in_headings_are_understood() =>
        MarkdownChunker.Cut("", "Using **the** `API`\n---\ntext").ShouldHaveSingleItem().Headings.ShouldBe(["Using the API"]);

    [Fact]
    public void A_heading_with_nothing_under_it_is_kept_as_text() =>
        MarkdownChunker.Cut("", "## 一\n### 二\n## 三").Select(chunk => chunk.Text).ShouldBe(["### 二", "## 三"]);

    [Fact]
    public void What_is_kept_as_text_does_not_show_its_id() =>
        MarkdownChunker.Cut("", "## 一 {#one}\n## 二 {#two}").Select(chunk => (chunk.Anchor, chunk.Text)).ShouldBe([("one", "## 一"), ("two", "## 二")]);

    [Fact]
    public void A_mark_is_the_anchor_of_what_follows_it_until_the_next_heading()
    {
        var chunks = MarkdownChunker.Cut("", "[#b1]: #b1\n\n前言\n\n## 安装 {#b2}\n\n步骤\n\n[#b3]: #b3\n\n再一步\n\n## 升级 {#b4}\n\n升级步骤");

        chunks.Select(chunk => (string.Join(" > ", chunk.Headings), chunk.Anchor, chunk.Text)).ShouldBe([
            ("", "b1", "前言"), ("安装", "b2", "步骤"), ("安装", "b3", "再一步"), ("升级", "b4", "升级步骤"),
        ]);
    }

    [Theory]
    [InlineData("[#a]: #b")]
    [InlineData("`[#a]: #a`")]
    [InlineData("见 [#a]: #a")]
    public void What_only_looks_like_a_mark_is_text(string text) =>
        MarkdownChunker.Cut("", text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(chunk => chunk.Text.ShouldBe(text), chunk => chunk.Anchor.ShouldBeNull());

    [Fact]
    public void A_heading_before_a_mark_with_nothing_after_it_is_kept() =>
        MarkdownChunker.Cut("", "## 一\n\n[#b1]: #b1").ShouldHaveSingleItem().Text.ShouldBe("## 一");

    [Fact]
    public void The_title_is_an_anchor_when_it_was_given_an_id() =>
        MarkdownChunker.Cut("手册", "# 手册 {#b1}\n前言").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            chunk => chunk.Headings.ShouldBeEmpty(), chunk => chunk.Anchor.ShouldBe("b1"));

    [Theory]
    [InlineData("# h\nx\n")]
    [InlineData("a\n---\n")]
    public void Headings_beyond_all_measure_are_text(string repeated) =>
        MarkdownChunker.Cut("", string.Concat(Enumerable.Repeat(repeated, 120_000))).Count.ShouldBeLessThan(12_000);

    [Fact]
    public void A_hash_in_code_is_no_heading() =>
        MarkdownChunker.Cut("", "```sh\n# comment\n```").ShouldHaveSingleItem().Headings.ShouldBeEmpty();

    [Fact]
    public void A_long_table_is_cut_by_rows_under_a_repeated_header()
    {
        var rows = Enumerable.Range(1, 40).Select(i => $"| E{i:000} | 第 {i} 种错误 |").ToArray();

        var chunks = MarkdownChunker.Cut("", "| 码 | 含义 |\n| --- | --- |\n" + string.Join('\n', rows), 200);

        chunks.Count.ShouldBeGreaterThan(1);
        chunks.ShouldAllBe(chunk => chunk.Text.StartsWith("| 码 | 含义 |\n| --- | --- |\n| E") && chunk.Text.Length <= 200);
        chunks.SelectMany(chunk => chunk.Text.Split('\n')[2..]).ShouldBe(rows);
    }

    [Fact]
    public void Long_code_is_cut_at_lines_and_every_part_is_fenced()
    {
        var lines = Enumerable.Range(1, 40).Select(i => $"call({i});").ToArray();

        var chunks = MarkdownChunker.Cut("", "````js\n" + string.Join('\n', lines) + "\n````", 150);

        chunks.ShouldAllBe(chunk => chunk.Text.StartsWith("````js\n") && chunk.Text.EndsWith("\n````") && chunk.Text.Length <= 150);
        chunks.SelectMany(chunk => chunk.Text.Split('\n')[1..^1]).ShouldBe(lines);
    }

    [Fact]
    public void Blocks_that_fit_are_never_cut()
    {
        var list = "- 一\n- 二\n  - 三\n- 四";
        var table = "| a | b |\n|---|---|\n| 1 | 2 |";
        var text = new string('字', 90);

        var chunks = MarkdownChunker.Cut("", $"{text}\n\n{list}\n\n{text}\n\n{table}", 110);

        chunks.ShouldContain(chunk => chunk.Text.Contains(list));
        chunks.ShouldContain(chunk => chunk.Text.Contains(table));
    }

    [Fact]
    public void A_long_paragraph_is_cut_after_sentences()
    {
        var sentence = new string('字', 24) + "。";

        var chunks = MarkdownChunker.Cut("", string.Concat(Enumerable.Repeat(sentence, 20)), 100);

        chunks.ShouldAllBe(chunk => chunk.Text.EndsWith('。'));
    }

    [Property(MaxTest = 200)]
    public Property Chunks_keep_the_budget_and_the_whole_text() => Prop.ForAll(Documents(), Gen.Choose(60, 300).ToArbitrary(), (markdown, budget) =>
    {
        var chunks = MarkdownChunker.Cut("", markdown, budget);
        chunks.ShouldAllBe(chunk => chunk.Text.Length <= budget && chunk.Text.Trim().Length > 0);
        chunks.Select(chunk => chunk.Number).ShouldBe(Enumerable.Range(0, chunks.Count));
        var kept = string.Concat(chunks.SelectMany(chunk => chunk.Headings.Append(chunk.Text)));
        foreach (var character in markdown.Where(char.IsLetterOrDigit))
            kept.ShouldContain(character);
    });

    // Every word is numbered, so that one that is lost is missed.
    private static Arbitrary<string> Documents()
    {
        var words = Gen.Choose(0x4E00, 0x9FA0).Select(code => (char)code).ArrayOf().Select(characters => new string(characters));
        var shapes = Gen.Elements("{0}", "# {0}", "## {0}", "- {0}\n- {0}", "1. {0}\n   {0}", "> {0}", "```\n{0}\n```", "| {0} | x |\n|---|---|\n| {0} | y |", "{0}。{0}！", "[x]: /{0}");
        return shapes.SelectMany(shape => words.Select(word => string.Format(null, shape, word))).ArrayOf()
            .Select(blocks => string.Join("\n\n", blocks)).ToArbitrary();
    }

    [Property(MaxTest = 300)]
    public bool Any_text_can_be_cut(string? markdown) => MarkdownChunker.Cut("t", markdown ?? "", 60).All(chunk => chunk.Text.Length <= 60);

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("[", 100_000)]
    [InlineData("- ", 50_000)]
    [InlineData("> - ", 25_000)]
    [InlineData("*", 100_000)]
    [InlineData("# [", 30_000)]
    [InlineData("`", 100_000)]
    [InlineData("![](", 30_000)]
    [InlineData("| ", 50_000)]
    [InlineData("<a ", 30_000)]
    [InlineData(">\n", 50_000)]
    [InlineData("1.\n ", 30_000)]
    [InlineData("[a]: b\n", 100_000)]
    public void Hostile_nesting_is_cut_in_bounded_time(string unit, int count)
    {
        var clock = Stopwatch.StartNew();

        MarkdownChunker.Cut("", string.Concat(Enumerable.Repeat(unit, count)) + "\n\n## 标题\n正文").Count.ShouldBeGreaterThan(0);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Code_in_a_text_that_is_not_parsed_is_closed_and_keeps_its_hashes()
    {
        var chunks = MarkdownChunker.Cut("", $"{new string('>', 100)} zu tief\n\n# 标题\n```sh\n# eins\n\n# zwei\n```\n正文");

        chunks[^1].Headings.ShouldBe(["标题"]);
        chunks[^1].Text.ShouldBe("```sh\n# eins\n\n# zwei\n```\n\n正文");
    }

    [Fact]
    public void A_staircase_of_list_items_does_not_exhaust_the_stack() =>
        MarkdownChunker.Cut("", string.Join('\n', Enumerable.Range(0, 1500).Select(depth => new string(' ', 2 * depth) + "- x"))).ShouldNotBeEmpty();
}
