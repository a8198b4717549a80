using Wenlu.Retrieval;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Benchmarks.Search;

/// <summary>
/// The index alone, in this process: how fast it is filled, opened, searched by one thread and changed, and what it takes to hold.
/// Processor time stands beside the clock's, which other programs on the machine lengthen.
/// </summary>
internal static class SearchBenchmark
{
    private const int SectionsPerDocument = 10;
    private const int Writers = 2;
    private const int Teams = 50;

    /// <summary>Of somebody in a company: what everybody may read, a team's and a chat's.</summary>
    private static readonly string[] Asker = ["everyone", "team-7", "chat-7"];

    public static async Task RunAsync(Scale scale, Report report)
    {
        using var folder = new TempFolder();
        Report.Progress("search: generating");
        var text = new ChineseText(seed: 3);
        List<SourceDocument> documents = [.. Enumerable.Range(0, scale.Chunks / SectionsPerDocument).Select(number => Create(text, number))];
        Fill(report, folder, documents);
        using var index = Open(report, folder);
        await SearchAsync(scale, report, index, documents, access: null);
        await SearchAsync(scale, report, index, documents, Asker);
        Update(scale, report, index, documents);
    }

    private static void Fill(Report report, TempFolder folder, List<SourceDocument> documents)
    {
        Report.Progress("search: indexing");
        using var index = DocumentIndex.Open(folder.Path, "benchmark");
        var chunks = 0;
        var used = Usage.Of(() =>
        {
            Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = Writers }, document => Interlocked.Add(ref chunks, index.Upsert(document)));
            index.Commit(1);
            index.Refresh();
        });
        var rate = chunks / used.Clock.TotalSeconds;
        report.Add($"indexing {chunks:N0} chunks, {Writers} threads", FormattableString.Invariant(
            $"{rate:N0} chunks/s, {chunks / used.Processor.TotalSeconds:N0} for a second of one core"), "≥ 3,000 chunks/s", rate >= 3000);
    }

    /// <summary>Every byte is read once: a damaged index is noticed here and not by somebody who asks.</summary>
    private static DocumentIndex Open(Report report, TempFolder folder)
    {
        Report.Progress("search: opening");
        var before = Usage.ResidentMegabytes;
        var index = default(DocumentIndex)!;
        var used = Usage.Of(() => index = DocumentIndex.Open(folder.Path, "benchmark"));
        report.Add("the same index opened and verified", FormattableString.Invariant($"{used.Clock.TotalSeconds:0.00} s, {Usage.ResidentMegabytes - before:0} MB more resident"));
        return index;
    }

    private static async Task SearchAsync(Scale scale, Report report, DocumentIndex index, List<SourceDocument> documents, string[]? access)
    {
        var text = new ChineseText(seed: 4);
        var random = new Random(5);
        List<SearchQuery> queries = [.. Enumerable.Range(0, scale.Queries)
            .Select(_ => new SearchQuery(text.QuestionAbout(documents[random.Next(documents.Count)].Markdown)) { Access = access })];
        Report.Progress(access is null ? "search: searching" : "search: searching with an audience");
        await SearchTimer.RunAsync(index, queries); // until the compiler has settled
        var before = Usage.TotalProcessor;
        var runs = new List<Samples>();
        for (var run = 0; run < scale.Runs; run++)
            runs.Add(await SearchTimer.RunAsync(index, queries));
        var processor = (Usage.TotalProcessor - before).TotalMilliseconds / (scale.Runs * queries.Count);
        var (p50, p95) = (new Samples(runs.Select(run => run.Median)), new Samples(runs.Select(run => run.Percentile(95))));
        report.Add(
            $"search in {index.ChunkCount:N0} chunks, lexical, one thread{(access is null ? "" : ", of an audience")}",
            FormattableString.Invariant($"p50 {p50.Show("ms")}, p95 {p95.Show("ms")}, processor {processor:0.0} ms, resident {Usage.ResidentMegabytes:0} MB"), "p95 < 15 ms", p95.Median < 15);
    }

    private static void Update(Scale scale, Report report, DocumentIndex index, List<SourceDocument> documents)
    {
        var text = new ChineseText(seed: 6);
        Report.Progress("search: changing documents");
        var samples = new Samples([.. documents.Take(scale.Pushes).Select(document => document with { Markdown = text.Document(SectionsPerDocument) })
            .Select(changed => Usage.Of(() =>
            {
                index.Upsert(changed);
                index.Refresh();
            }).Clock.TotalMilliseconds)]);
        report.Add($"one document of {SectionsPerDocument} chunks changed and visible", FormattableString.Invariant(
            $"p50 {samples.Median:0.0} ms, p95 {samples.Percentile(95):0.0} ms"), "< 50 ms", samples.Median < 50);
    }

    private static SourceDocument Create(ChineseText text, int number) =>
        new($"document-{number}", text.Heading(), text.Document(SectionsPerDocument))
        {
            UpdatedAt = DateTimeOffset.UnixEpoch,
            Access = number % 2 == 0 ? ["everyone"] : [$"team-{number % Teams}"],
        };
}
