using Microsoft.Extensions.AI;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Benchmarks.Search;

/// <summary>Words and vectors together, as a service with an embedding model searches, and what all of it takes in memory.</summary>
internal static class HybridBenchmark
{
    private const int Dimension = 1024;
    private const int SectionsPerDocument = 10;

    public static async Task RunAsync(Scale scale, Report report)
    {
        using var folder = new TempFolder();
        using var embeddings = new EmbeddingIndex(folder["vectors"], Model, _ => new Synthetic(new SkewedSpace(Dimension)));
        using var index = DocumentIndex.Open(folder["index"], "benchmark", embeddings: embeddings);
        Report.Progress("hybrid: indexing");
        var queries = Fill(scale, index);
        Report.Progress("hybrid: embedding");
        await embeddings.CatchUpAsync(CancellationToken.None);
        Report.Progress("hybrid: searching");
        await SearchTimer.RunAsync(index, queries); // until the compiler has settled and the questions have their vectors
        var runs = new List<Samples>();
        for (var run = 0; run < scale.Runs; run++)
            runs.Add(await SearchTimer.RunAsync(index, queries));
        var (p50, p95) = (new Samples(runs.Select(run => run.Median)), new Samples(runs.Select(run => run.Percentile(95))));
        var what = FormattableString.Invariant($"{index.ChunkCount:N0} chunks with vectors of {Dimension}");
        report.Add($"hybrid search in {what}, one thread", $"p50 {p50.Show("ms")}, p95 {p95.Show("ms")}", "p95 < 30 ms", p95.Median < 30);
        report.Add($"resident with {what}, after these searches", FormattableString.Invariant($"{Usage.ResidentMegabytes:0} MB"), "< 500 MB", Usage.ResidentMegabytes < 500);
    }

    private static EmbeddingOptions Model => new("synthetic") { RequestsPerMinute = 1_000_000, BatchSize = 500, BatchCharacters = 1_000_000 };

    private static List<SearchQuery> Fill(Scale scale, DocumentIndex index)
    {
        var (text, asked, random) = (new ChineseText(seed: 3), new ChineseText(seed: 4), new Random(5));
        var queries = new List<SearchQuery>();
        var count = scale.Chunks / SectionsPerDocument;
        for (var number = 0; number < count; number++)
        {
            var document = new SourceDocument($"document-{number}", text.Heading(), text.Document(SectionsPerDocument));
            index.Upsert(document);
            // The LRU cache of questions keeps 512 vectors: more of them would time the model.
            if (queries.Count < 500 && random.Next(count) < 600)
                queries.Add(new SearchQuery(asked.QuestionAbout(document.Markdown)));
        }
        index.Commit(1);
        index.Refresh();
        return queries;
    }

    /// <summary>A vector that only the text decides.</summary>
    private sealed class Synthetic(SkewedSpace space) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(space.Vector(new Random(SeedOf(text)))))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static int SeedOf(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
    }
}
