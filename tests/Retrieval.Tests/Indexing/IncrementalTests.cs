using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Indexing;

public sealed class IncrementalTests
{
    private static readonly string[] Words = ["苹果", "香蕉", "樱桃", "E4021", "retry"];

    private sealed record Step(int Document, int[] Content, bool Delete);

    [Property(MaxTest = 40)]
    public Property Whatever_the_order_of_changes_the_index_equals_one_built_at_once() => Prop.ForAll(Steps().ToArbitrary(), steps =>
    {
        using var grownFolder = new TemporaryFolder();
        using var builtFolder = new TemporaryFolder();
        using var grown = DocumentIndex.Open(grownFolder.Path, "tests");
        using var built = DocumentIndex.Open(builtFolder.Path, "tests");
        var truth = new Dictionary<int, Step>();
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            Apply(grown, step);
            truth[step.Document] = step;
            if (number % 3 == 0)
                grown.Refresh();
            if (number % 5 == 0)
                grown.Commit(number);
        }
        foreach (var step in truth.Values.Where(step => !step.Delete))
            Apply(built, step);
        grown.Refresh();
        built.Refresh();

        foreach (var word in Words)
            Found(grown, word).ShouldBe(Found(built, word));
        (grown.ChunkCount, grown.DocumentCount("document")).ShouldBe((built.ChunkCount, built.DocumentCount("document")));
    });

    [Property(MaxTest = 20)]
    public Property However_many_threads_write_the_index_equals_one_written_by_one() => Prop.ForAll(Documents().ToArbitrary(), contents =>
    {
        using var sharedFolder = new TemporaryFolder();
        using var aloneFolder = new TemporaryFolder();
        using var shared = DocumentIndex.Open(sharedFolder.Path, "tests");
        using var alone = DocumentIndex.Open(aloneFolder.Path, "tests");
        // Each document twice, the second time in the place of the first.
        for (var round = 0; round < 2; round++)
        {
            var steps = contents.Select((content, number) => new Step(number, round == 0 ? [.. content.Reverse()] : content, round > 0 && number % 7 == 0)).ToArray();
            Parallel.ForEach(steps, new ParallelOptions { MaxDegreeOfParallelism = 4 }, step => Apply(shared, step));
            Array.ForEach(steps, step => Apply(alone, step));
        }
        shared.Refresh();
        alone.Refresh();

        foreach (var word in Words)
            Found(shared, word).ShouldBe(Found(alone, word));
        (shared.ChunkCount, shared.DocumentCount("document")).ShouldBe((alone.ChunkCount, alone.DocumentCount("document")));
    });

    [Fact]
    public async Task A_document_is_whole_for_every_search_while_it_is_rewritten()
    {
        using var folder = new TemporaryFolder();
        using var index = DocumentIndex.Open(folder.Path, "tests");
        void Write(int version)
        {
            index.Upsert(new SourceDocument("d", "", $"## 一\n苹果 v{version}\n\n## 二\n苹果 v{version}"));
            index.Refresh();
        }
        Write(0);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var searches = 0;
            for (; !done.IsCancellationRequested || searches == 0; searches++)
            {
                var hits = (await index.SearchAsync(new SearchQuery("苹果"), CancellationToken.None)).Hits;
                hits.Count.ShouldBe(2);
                hits.Select(hit => hit.Text).Distinct().Count().ShouldBe(1);
            }
        })).ToArray();

        for (var version = 1; version <= 150; version++)
            Write(version);
        await done.CancelAsync();

        await Task.WhenAll(readers);
    }

    private static Gen<Step[]> Steps() =>
        Gen.Choose(0, 4).SelectMany(document => Gen.Choose(0, Words.Length - 1).ArrayOf()
            .SelectMany(content => Gen.Choose(0, 3).Select(dice => new Step(document, content, dice == 0)))).ArrayOf();

    // Fewer than a search can return, so that all of them are compared.
    private static Gen<int[][]> Documents() => Gen.Choose(0, Words.Length - 1).ArrayOf(2).ArrayOf(16);

    private static void Apply(DocumentIndex index, Step step)
    {
        if (step.Delete)
            index.Delete("document", $"{step.Document}");
        else
            index.Upsert(new SourceDocument($"{step.Document}", "", string.Join("\n\n", step.Content.Select(word => $"## {Words[word]}\n{Words[word]}。"))));
    }

    private static string[] Found(DocumentIndex index, string word) =>
        [.. index.SearchAsync(new SearchQuery(word) { TopK = 50 }, CancellationToken.None).AsTask().Result.Hits
            .Select(hit => $"{hit.DocumentId}/{hit.ChunkNumber}/{hit.Text}").Order(StringComparer.Ordinal)];
}
