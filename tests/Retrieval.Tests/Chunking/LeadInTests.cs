using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

public sealed class LeadInTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("这是一段说明文字。", 8));
    private static readonly string Code = "```sh\n" + string.Concat(Enumerable.Repeat("run x\n", 8)) + "```";

    [Fact]
    public void Code_stays_with_the_paragraph_before_it() =>
        MarkdownChunker.Cut("", $"{Filler}\n\n运行这条命令\n\n{Code}", 120).Select(chunk => chunk.Text).ShouldBe([Filler, $"运行这条命令\n\n{Code}"]);

    [Fact]
    public void Code_stays_with_the_last_sentence_of_a_long_paragraph() =>
        MarkdownChunker.Cut("", $"{Filler}然后运行这条命令：\n\n{Code}", 120).Select(chunk => chunk.Text).ShouldBe([Filler, $"然后运行这条命令：\n\n{Code}"]);

    [Fact]
    public void Code_that_must_be_cut_keeps_its_sentence_with_its_first_part()
    {
        var code = "```sh\n" + string.Concat(Enumerable.Repeat("run x\n", 40)) + "```";

        var texts = MarkdownChunker.Cut("", $"{Filler}\n\n运行：\n\n{code}", 120).Select(chunk => chunk.Text).ToArray();

        texts[1].ShouldStartWith("运行：\n\n```sh\nrun x");
        texts.ShouldAllBe(text => text.Length <= 120);
    }

    [Fact]
    public void A_list_or_table_stays_with_what_announces_it()
    {
        var list = string.Join('\n', Enumerable.Range(1, 10).Select(i => $"- 第 {i} 项内容"));
        var table = "| 码 | 义 |\n|---|---|\n" + string.Join('\n', Enumerable.Range(1, 8).Select(i => $"| {i} | 意思 |"));

        var texts = MarkdownChunker.Cut("", $"{Filler}\n\n步骤如下：\n\n{list}\n\n{Filler}\n\n错误码见下表:\n\n{table}", 120).Select(chunk => chunk.Text).ToArray();

        texts.ShouldContain($"步骤如下：\n\n{list}");
        texts.ShouldContain($"错误码见下表:\n\n{table}");
    }

    [Fact]
    public void A_table_is_found_right_under_a_line_of_text()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"| {i} | 意思 |").ToArray();

        var chunks = MarkdownChunker.Cut("", "错误码：\n| 码 | 义 |\n|---|---|\n" + string.Join('\n', rows), 120);

        chunks[0].Text.ShouldStartWith("错误码：\n\n| 码 | 义 |\n|---|---|\n| 1 |");
        chunks.Skip(1).ShouldAllBe(chunk => chunk.Text.StartsWith("| 码 | 义 |\n|---|---|\n"));
    }

    [Fact]
    public void A_table_and_a_fence_in_a_long_list_keep_their_header_and_fence()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(i => $"   | {i} | 意思 |\n"));
        var lines = string.Concat(Enumerable.Repeat("   run x\n", 20));

        var chunks = MarkdownChunker.Cut("", $"1. 查表：\n\n   | 码 | 义 |\n   |---|---|\n{rows}\n2. 运行：\n\n   ```sh\n{lines}   ```", 120);

        chunks.Where(chunk => chunk.Text.Contains("意思")).ShouldAllBe(chunk => chunk.Text.Contains("| 码 | 义 |\n|---|---|\n"));
        chunks.Where(chunk => chunk.Text.Contains("run x")).ShouldAllBe(chunk => chunk.Text.Contains("```sh\n") && chunk.Text.EndsWith("\n```"));
    }
}
