using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Indexing;

/// <summary>What a service does to an index all day, at once.</summary>
public sealed class ConcurrencyTests
{
    private const int Searchers = 3;
    private const int Enough = 30;

    [Fact]
    public async Task Searches_never_fail_while_documents_come_and_go()
    {
        using var folder = new TemporaryFolder();
        using var index = DocumentIndex.Open(folder.Path, "tests");
        using var written = new CancellationTokenSource();
        var counts = new int[Searchers];
        Fill(index, 0);
        var searches = Enumerable.Range(0, Searchers).Select(number => Task.Run(() => SearchUntil(index, () => Interlocked.Increment(ref counts[number]), written.Token))).ToArray();

        // A busy machine lets nobody search for seconds: documents are written until everybody has, or one has failed.
        for (var round = 0; !Array.Exists(searches, search => search.IsCompleted) && (round < Enough || counts.Any(count => count < Enough)); round++)
            Write(index, round);
        await written.CancelAsync();

        await Task.WhenAll(searches);
    }

    [Fact]
    public async Task An_index_closed_under_searches_ends_them_in_one_way()
    {
        for (var round = 0; round < 15; round++)
        {
            using var folder = new TemporaryFolder();
            var index = DocumentIndex.Open(folder.Path, "tests");
            Fill(index, round);
            var searchers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SearchUntil(index, () => { }, CancellationToken.None))).ToArray();
            await Task.Delay(20);

            index.Dispose();

            foreach (var searcher in searchers)
                await Should.ThrowAsync<ObjectDisposedException>(searcher);
        }
    }

    private static async Task SearchUntil(DocumentIndex index, Action searched, CancellationToken end)
    {
        for (var count = 0; !end.IsCancellationRequested; count++)
        {
            var query = new SearchQuery(count % 2 == 0 ? "苹果 retry E4021" : "年假有几天？") { TopK = 1 + count % 50, Access = count % 3 == 0 ? ["everyone"] : null };
            var result = await index.SearchAsync(query, CancellationToken.None);
            result.Hits.ShouldNotBeEmpty();
            index.DocumentCount("document").ShouldBeGreaterThan(0);
            searched();
        }
    }

    private static void Write(DocumentIndex index, int round)
    {
        Fill(index, round);
        index.Delete("document", $"{round % 7}");
        index.Refresh();
        if (round % 5 == 0)
            index.Commit(round);
    }

    private static void Fill(DocumentIndex index, int version)
    {
        index.Upsert(new SourceDocument("pivot", "休假", $"## 年假\n年假十天，苹果 E4021 retry。v{version}") { Access = ["everyone"] });
        for (var number = 0; number < 5; number++)
            index.Upsert(new SourceDocument($"{(version + number) % 7}", "水果", $"## 苹果\n苹果 {version} retry\n\n## 梨\n梨 E4021 v{version}") { Access = ["everyone"] });
        index.Refresh();
    }
}
