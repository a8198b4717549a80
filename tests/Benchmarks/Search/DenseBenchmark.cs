using System.Diagnostics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Benchmarks.Search;

/// <summary>The vectors of an index alone: how fast the nearest are found by one thread, how many of them, and what it takes in memory.</summary>
internal static class DenseBenchmark
{
    private const int Dimension = 1024;
    private const int Nearest = 20;
    private const string Kind = "document";

    // Labels that so many of a thousand chunks carry.
    private static readonly int[] PerThousand = [1000, 100, 10, 1];

    public static async Task RunAsync(Scale scale, Report report)
    {
        var skewed = new SkewedSpace(Dimension);
        foreach (var count in new[] { scale.Chunks, scale.Chunks * 10 })
            await Task.Run(() => Measure(scale, report, count, "as models embed", skewed.Vector));
        await Task.Run(() => Measure(scale, report, scale.Chunks, "Gaussian", random => Gaussian.Vector(random, Dimension)));
    }

    private static void Measure(Scale scale, Report report, int count, string shape, Func<Random, float[]> create)
    {
        using var folder = new TempFolder();
        var what = FormattableString.Invariant($"{count:N0} × {Dimension} {shape}");
        Report.Progress($"dense: writing {what}");
        Write(folder, count, create);
        Report.Progress($"dense: loading {what}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        using var store = VectorStore.Load(VectorFile.TryOpen(folder["vectors"])!, CancellationToken.None);
        using var directory = new MMapDirectory(folder["index"]);
        using var reader = DirectoryReader.Open(directory);
        store.Update(reader);
        report.Add($"{what}: loading", FormattableString.Invariant($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        var heap = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var hot = count * (store.Codes.Encoder.Words * 8 + 2 * sizeof(int)) / 1e6;
        report.Add($"{what}: memory", FormattableString.Invariant($"{hot:0} MB read by a search, {heap:0} MB in all"), "< 150 MB", hot < 150);

        var searcher = new IndexSearcher(reader);
        var random = new Random(77);
        var questions = Enumerable.Range(0, scale.Questions / 2).Select(_ => new QueryVector(store, Gaussian.Unit(create(random)))).ToArray();
        foreach (var share in PerThousand)
            Time(report, scale, $"{what}, {share / 10.0} % allowed", searcher, questions, FilterOf(share));
        Report.Progress($"dense: comparing {what} with every vector");
        foreach (var (share, recall) in Recalls(searcher, store, [.. questions.Take(50)]))
            report.Add($"{what}, {share / 10.0} % allowed: recall@{Nearest}", FormattableString.Invariant($"{recall:0.000}"), "≥ 0.99", recall >= 0.99);
    }

    private static void Write(TempFolder folder, int count, Func<Random, float[]> create)
    {
        using var file = VectorFile.Create(folder["vectors"], new VectorFileHeader(new EmbeddingSpace("benchmark", null, "", ""), Dimension));
        using var directory = new MMapDirectory(folder["index"]);
        using var writer = new IndexWriter(directory, Settings());
        foreach (var batch in Enumerable.Range(0, count).Chunk(5000))
        {
            file.Append([.. batch.AsParallel().AsOrdered().Select(number => (HashOf(number), Gaussian.Unit(create(new Random(number)))))]);
            foreach (var number in batch)
                writer.AddDocument(ChunkOf(number));
        }
        writer.Commit();
    }

    // Its merges keep chunks in the order of their numbers, which are then those of their vectors.
    private static IndexWriterConfig Settings() => new(LuceneVersion.LUCENE_48, analyzer: null) { MergePolicy = new LogDocMergePolicy() };

    private static Document ChunkOf(int number)
    {
        var chunk = new Document { new BinaryDocValuesField(ChunkFields.Content(Kind), new BytesRef(HashOf(number).ToBytes())) };
        foreach (var share in PerThousand.Where(share => IsIn(number, share)))
            chunk.Add(new StringField(ChunkFields.Access, $"{share}", Field.Store.NO));
        return chunk;
    }

    private static void Time(Report report, Scale scale, string what, IndexSearcher searcher, QueryVector[] questions, Filter? filter)
    {
        Run(searcher, questions, filter); // until the compiler has settled
        var used = Environment.CpuUsage.TotalTime;
        var runs = Enumerable.Range(0, scale.Runs).Select(_ => Run(searcher, questions, filter)).ToArray();
        // What a search costs when nothing else runs on the machine, as far as that can be told.
        var processor = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / scale.Runs / questions.Length;
        var (p50, p95) = (new Samples(runs.Select(run => run.Median)), new Samples(runs.Select(run => run.Percentile(95))));
        report.Add(
            what, FormattableString.Invariant($"p50 {p50.Show("ms")}, p95 {p95.Show("ms")}, {processor:0.0} ms of processor on average"),
            "p95 < 30 ms", p95.Median < 30);
    }

    private static Samples Run(IndexSearcher searcher, QueryVector[] questions, Filter? filter) =>
        new([.. questions.Select(question => Milliseconds(() => DenseSide.Find(searcher, Kind, question, filter, [], Nearest)))]);

    private static double Milliseconds(Action search)
    {
        var started = Stopwatch.GetTimestamp();
        search();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IEnumerable<(int Share, double Recall)> Recalls(IndexSearcher searcher, VectorStore store, QueryVector[] questions)
    {
        var exact = PerThousand.ToDictionary(share => share, _ => questions.Select(_ => new PriorityQueue<int, float>()).ToArray());
        foreach (var vector in store.Read())
            Parallel.For(0, questions.Length, question => Compare(vector, questions[question], question, exact));
        return PerThousand.Select(share => (share, questions.Select((question, number) =>
            DenseSide.Find(searcher, Kind, question, FilterOf(share), [], Nearest).Select(found => found.Doc)
                .Intersect(exact[share][number].UnorderedItems.Select(item => item.Element)).Count() / (double)exact[share][number].Count).Average()));
    }

    private static void Compare(StoredVector vector, QueryVector question, int number, Dictionary<int, PriorityQueue<int, float>[]> exact)
    {
        var cosine = System.Numerics.Tensors.TensorPrimitives.Dot<float>(question.Values, vector.Values);
        foreach (var share in PerThousand.Where(share => IsIn(vector.Slot, share)))
            if (exact[share][number].Count < Nearest)
                exact[share][number].Enqueue(vector.Slot, cosine);
            else
                exact[share][number].EnqueueDequeue(vector.Slot, cosine);
    }

    // Scattered over the index, as labels are.
    private static bool IsIn(int number, int share) => (uint)number * 2654435761u % 1000 < share;

    private static TermsFilter? FilterOf(int share) => share == 1000 ? null : new TermsFilter([new Term(ChunkFields.Access, $"{share}")]);

    private static ContentHash HashOf(int number) => ContentHash.Of($"chunk {number}");
}
