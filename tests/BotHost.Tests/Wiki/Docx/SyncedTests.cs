using Wenlu.BotHost.Wiki.Docx;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

public sealed class SyncedTests
{
    private static readonly SyncedSource First = new("doc1", "s0");
    private static readonly SyncedSource Second = new("doc2", "t0");

    [Fact]
    public void A_synced_block_shows_its_source_and_opens_where_it_is_shown()
    {
        var document = Convert(
            [Draft.Heading(1, "本文"), Draft.Synced(First)],
            (First, Draft.List(Draft.Holder(BlockType.SourceSynced, Draft.Heading(2, "别处"), Draft.Text("别处的文字")), "s")));

        document.Markdown.ShouldBe("# 本文 {#b1}\n\n## 别处 {#b2}\n\n别处的文字\n");
        MarkdownChunker.Cut("", document.Markdown).ShouldHaveSingleItem().Anchor.ShouldBe("b2");
    }

    [Fact]
    public void Needs_are_asked_for_until_nothing_is_missing()
    {
        var blocks = Draft.Document(Draft.Synced(First), Draft.Synced(First));
        var source = Draft.List(Draft.Holder(BlockType.SourceSynced, Draft.Synced(Second), Draft.Sheet("s_1"), Draft.Text([new() { MentionUser = new("ou_1") }])), "s");
        var known = new DocxReferences { Synced = new Dictionary<SyncedSource, IReadOnlyList<DocxBlock>> { [First] = source } };

        DocxDocument.NeedsOf(blocks).ShouldSatisfyAllConditions(needs => needs.Synced.ShouldBe([First]), needs => needs.Sheets.ShouldBeEmpty());
        DocxDocument.NeedsOf(blocks, known).ShouldSatisfyAllConditions(
            needs => needs.Synced.ShouldBe([Second]), needs => needs.Sheets.ShouldBe(["s_1"]), needs => needs.Users.ShouldBe(["ou_1"]));
        DocxDocument.NeedsOf(blocks, new DocxReferences { Synced = new Dictionary<SyncedSource, IReadOnlyList<DocxBlock>> { [First] = [] } }).IsNothing.ShouldBeTrue();
    }

    [Fact]
    public void Sources_that_cannot_be_read_are_listed_and_those_that_show_themselves_end()
    {
        var document = Convert(
            [Draft.Synced(First), Draft.Synced(Second), Draft.Text("后文")],
            (First, Draft.List(Draft.Holder(BlockType.SourceSynced, Draft.Text("一次"), Draft.Synced(First)), "s")));

        Converted.WithoutMarks(document.Markdown).ShouldBe("一次\n\n后文");
        document.Skipped.ShouldBe([
            new SkippedBlock("b1", BlockType.ReferenceSynced, SkipReason.TooDeep), new SkippedBlock("b2", BlockType.ReferenceSynced, SkipReason.Unreadable),
        ]);
    }

    [Fact]
    public void Sources_are_shown_in_cells_and_lists_too() => Converted.WithoutMarks(Convert(
        [Draft.Bullet("项", Draft.Synced(First)), Draft.Table(2, [Draft.Cell("甲"), Draft.Cell(Draft.Synced(First))])],
        (First, Draft.List(Draft.Holder(BlockType.SourceSynced, Draft.Text("源")), "s"))).Markdown)
        .ShouldBe("- 项\n\n  源\n\n|  |  |\n| --- | --- |\n| 甲 | 源 |");

    [Fact]
    public void Sources_that_show_each_other_many_times_over_end()
    {
        var sources = Enumerable.Range(0, 4).Select(at => new SyncedSource($"doc{at}", "s0")).ToArray();
        var blocks = sources.Select((_, at) => Draft.List(
            Draft.Holder(BlockType.SourceSynced, [.. Enumerable.Range(0, 200).Select(_ => at < 3 ? Draft.Synced(sources[at + 1]) : Draft.Text("词"))]), "s"));

        var document = Convert([Draft.Synced(sources[0])], [.. sources.Zip(blocks)]);

        document.Skipped.ShouldContain(skipped => skipped.Reason == SkipReason.TooDeep);
        document.Markdown.Length.ShouldBeInRange(1_000, 300_000);
    }

    private static ConvertedDocument Convert(Draft[] children, params (SyncedSource Source, IReadOnlyList<DocxBlock> Blocks)[] sources) =>
        DocxDocument.Convert(Draft.Document(children), new DocxReferences { Synced = sources.ToDictionary(source => source.Source, source => source.Blocks) });
}
