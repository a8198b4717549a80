using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

public sealed class ChunkTextTests
{
    [Property(MaxTest = 50)]
    public Property A_cut_table_is_joined_to_what_it_was() => Prop.ForAll(Gen.Choose(2, 60).ToArbitrary(), rows =>
        ShouldComeBack("| 码 | 义 |\n|---|---|\n" + string.Join('\n', Enumerable.Range(0, rows).Select(row => $"| E{row} | 意思 |"))));

    [Property(MaxTest = 50)]
    public Property Cut_code_is_joined_to_what_it_was() => Prop.ForAll(Gen.Choose(2, 60).ToArbitrary(), lines =>
        ShouldComeBack("```sh\n" + string.Join('\n', Enumerable.Range(0, lines).Select(line => $"run {line}")) + "\n```"));

    [Fact]
    public void Blocks_of_their_own_stay_apart() =>
        ChunkText.Join(["一\n\n```sh\na\n```", "```sh\nb\n```\n\n二", "| 一 | 二 |\n|---|---|\n| 1 | 2 |", "| 三 | 四 |\n|---|---|\n| 3 | 4 |"])
            .ShouldBe("一\n\n```sh\na\nb\n```\n\n二\n\n| 一 | 二 |\n|---|---|\n| 1 | 2 |\n\n| 三 | 四 |\n|---|---|\n| 3 | 4 |");

    private static void ShouldComeBack(string markdown) =>
        ChunkText.Join(MarkdownChunker.Cut("", markdown, 100).Select(chunk => chunk.Text)).ShouldBe(markdown);
}
