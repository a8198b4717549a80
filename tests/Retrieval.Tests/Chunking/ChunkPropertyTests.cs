using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

/// <summary>What holds for the chunks of every document: random ones, nested as nastily as people write, and the seeds.</summary>
public sealed class ChunkPropertyTests
{
    [Property(MaxTest = 300)]
    public Property Nothing_is_lost_and_the_order_is_kept() => Prop.ForAll(Documents(), Budgets(), (markdown, budget) =>
        ShouldHoldAllWordsInOrder(Words(markdown), MarkdownChunker.Cut("", markdown, budget)));

    [Property(MaxTest = 200)]
    public Property Every_chunk_keeps_the_budget_and_stands_by_itself() => Prop.ForAll(Documents(), Budgets(), (markdown, budget) =>
    {
        foreach (var chunk in MarkdownChunker.Cut("", markdown, budget))
        {
            chunk.Text.Length.ShouldBeLessThanOrEqualTo(budget);
            chunk.Text.ShouldNotBeNullOrWhiteSpace();
            ShouldStandByItself(chunk.Text);
        }
    });

    [Property(MaxTest = 100)]
    public Property Cutting_is_deterministic() => Prop.ForAll(Documents(), Budgets(), (markdown, budget) =>
        MarkdownChunker.Cut("", markdown, budget).Select(Shown).ShouldBe(MarkdownChunker.Cut("", markdown.Replace("\n", "\r\n"), budget).Select(Shown)));

    public static TheoryData<string> Seeds() =>
        [.. Directory.EnumerateFiles(SeedFolder(), "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(SeedFolder(), path))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_seeds_are_cut_whole(string seed)
    {
        var markdown = File.ReadAllText(Path.Combine(SeedFolder(), seed));
        var body = markdown[(markdown.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];

        var chunks = MarkdownChunker.Cut("", markdown);

        foreach (var character in body.Where(char.IsLetterOrDigit).Distinct())
            chunks.ShouldContain(chunk => chunk.Text.Contains(character) || chunk.Headings.Any(heading => heading.Contains(character)));
        chunks.ShouldAllBe(chunk => chunk.Text.Length <= MarkdownChunker.DefaultBudget);
        foreach (var chunk in chunks)
            ShouldStandByItself(chunk.Text);
        foreach (var line in body.Split('\n').Where(line => line.Length > 20 && char.IsLetter(line[0])))
            chunks.ShouldContain(chunk => chunk.Text.Contains(line));
    }

    private static string Shown(Chunk chunk) => $"{chunk.Number} {chunk.Anchor} {string.Join('>', chunk.Headings)} {chunk.Text}";

    private static void ShouldHoldAllWordsInOrder(IEnumerable<string> words, IReadOnlyList<Chunk> chunks)
    {
        var text = string.Join('\n', chunks.Select((chunk, index) =>
            index > 0 && chunk.Headings.SequenceEqual(chunks[index - 1].Headings) ? chunk.Text : $"{string.Join('\n', chunk.Headings)}\n{chunk.Text}"));
        var at = 0;
        foreach (var word in words)
        {
            var found = text.IndexOf(word, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"{word} is lost or out of order");
            at = found + word.Length;
        }
    }

    // What is left open in a passage would swallow the next one in a prompt; rows without a header say nothing.
    private static void ShouldStandByItself(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimStart(' ', '>', '-', '1', '2', '.')).ToArray();
        (lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2).ShouldBe(0, text);
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith("| w", StringComparison.Ordinal))
                lines[..i].ShouldContain("|---|---|", text);
    }

    private static Arbitrary<int> Budgets() => Gen.Choose(60, 300).ToArbitrary();

    /// <summary>The numbered words of a document, in their order.</summary>
    private static IEnumerable<string> Words(string markdown) => markdown.Split(' ', '\n', '|', '。', '？').Where(part => part.StartsWith('w') && part.EndsWith('x'));

    // Every word is another one, so that one that is lost, or comes in another place, is missed.
    private static Arbitrary<string> Documents() => Blocks(3).ArrayOf().Resize(25).Select(blocks =>
    {
        var (number, parts) = (0, string.Join("\n\n", blocks).Split('@'));
        return string.Concat(parts.Select((part, index) => index == 0 ? part : $"w{number++}x{part}"));
    }).ToArbitrary();

    private static Gen<string> Blocks(int depth) => depth == 0
        ? Leaves()
        : Gen.Frequency(
            (6, Leaves()),
            (1, Blocks(depth - 1).Select(block => Indented(block, "- ", "  "))),
            (1, Blocks(depth - 1).Select(block => Indented(block, "1. ", "   "))),
            (1, Blocks(depth - 1).Select(block => Indented(block, "> ", "> "))));

    private static string Indented(string block, string first, string others) => first + block.ReplaceLineEndings($"\n{others}");

    private static Gen<string> Leaves() => Gen.OneOf(
        Gen.Elements("# @", "## @", "@\n===", "**@ 吗？**", "**@ 标题**", "Q: @ 呢\n@", "一、@\n@", "（一）@", "1. @ 吗？\n\n   @ 答", "---", "![@](a.png)", "<div>\n@\n</div>", "    @", "@ [@](http://x/y)"),
        Many(" @ 字。"),
        Many("- @ 项\n"),
        Many("1. @ 步\n"),
        Many("\n@ call(1)").Select(lines => $"```sh{lines}\n```"),
        Many("\n@ # no").Select(lines => $"~~~{lines}\n~~~"),
        Many("\n| @ | 值 |").Select(rows => $"| 名 | 值 |\n|---|---|{rows}"),
        Many("\n| @ | 值 |").Select(rows => $"@ 见下：\n| 名 | 值 |\n|---|---|{rows}"),
        Many("@ "));

    private static Gen<string> Many(string unit) => Gen.Choose(1, 30).Select(count => string.Concat(Enumerable.Repeat(unit, count)));

    private static string SeedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "seeds");
    }
}
