using System.Diagnostics;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Benchmarks.Search;

/// <summary>The index alone, in this process: how fast it is filled, searched by one thread, and changed.</summary>
internal static class SearchBenchmark
{
    private const int SectionsPerDocument = 10;

    public static async Task RunAsync(Scale scale, Report report)
    {
        using var folder = new TempFolder();
        using var index = DocumentIndex.Open(folder.Path, "benchmark");
        var documents = Fill(scale, report, index);
        await SearchAsync(scale, report, index, documents);
        Update(scale, report, index, documents);
    }

    private static List<SourceDocument> Fill(Scale scale, Report report, DocumentIndex index)
    {
        Report.Progress("search: generating");
        var text = new ChineseText(seed: 3);
        var documents = Enumerable.Range(0, scale.Chunks / SectionsPerDocument).Select(number => Create(text, number)).ToList();
        Report.Progress("search: indexing");
        var started = Stopwatch.GetTimestamp();
        var chunks = documents.Sum(index.Upsert);
        index.Commit(1);
        index.Refresh();
        var elapsed = Stopwatch.GetElapsedTime(started);
        report.Add($"indexing {chunks:N0} chunks, one thread", FormattableString.Invariant($"{chunks / elapsed.TotalSeconds:N0} chunks/s"));
        return documents;
    }

    private static async Task SearchAsync(Scale scale, Report report, DocumentIndex index, List<SourceDocument> documents)
    {
        var text = new ChineseText(seed: 4);
        var random = new Random(5);
        List<string> questions = [.. Enumerable.Range(0, scale.Queries).Select(_ => text.QuestionAbout(documents[random.Next(documents.Count)].Markdown))];
        Report.Progress("search: searching");
        await TimeAsync(index, questions); // until the compiler has settled
        var runs = new List<Samples>();
        for (var run = 0; run < scale.Runs; run++)
            runs.Add(await TimeAsync(index, questions));
        var (p50, p95) = (new Samples(runs.Select(run => run.Median)), new Samples(runs.Select(run => run.Percentile(95))));
        report.Add($"search in {index.ChunkCount:N0} chunks, lexical, one thread", $"p50 {p50.Show("ms")}, p95 {p95.Show("ms")}", "p95 < 15 ms", p95.Median < 15);
    }

    private static async Task<Samples> TimeAsync(DocumentIndex index, List<string> questions)
    {
        var milliseconds = new List<double>();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await index.SearchAsync(new SearchQuery(question), CancellationToken.None);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Samples(milliseconds);
    }

    private static void Update(Scale scale, Report report, DocumentIndex index, List<SourceDocument> documents)
    {
        var text = new ChineseText(seed: 6);
        var milliseconds = new List<double>();
        foreach (var document in documents.Take(scale.Pushes))
        {
            var changed = document with { Markdown = text.Document(SectionsPerDocument) };
            var started = Stopwatch.GetTimestamp();
            index.Upsert(changed);
            index.Refresh();
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var samples = new Samples(milliseconds);
        report.Add($"one document of {SectionsPerDocument} chunks changed and visible", FormattableString.Invariant(
            $"p50 {samples.Median:0.0} ms, p95 {samples.Percentile(95):0.0} ms"));
    }

    private static SourceDocument Create(ChineseText text, int number) =>
        new($"document-{number}", text.Heading(), text.Document(SectionsPerDocument)) { UpdatedAt = DateTimeOffset.UnixEpoch };
}
