using System.Diagnostics;
using System.Text.Json;
using Wenlu.BotHost.Wiki.Docx;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.Benchmarks;

/// <summary>From the JSON of a document's blocks to its Markdown, on one thread.</summary>
internal static class DocxBenchmark
{
    private const int LargeBlocks = 10_000;

    public static Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("docx");
        var generator = new DocumentGenerator();
        var documents = Enumerable.Range(0, scale.BatchDocuments).Select(number => Json(generator.Document(number).Items)).ToArray();
        var large = Enumerable.Range(0, LargeBlocks).SelectMany(number => generator.Document(number).Items).Take(LargeBlocks).Select(block => block!.DeepClone());
        var largeJson = Json(large);
        Convert(documents[0]);
        var rates = Enumerable.Range(0, scale.Runs).Select(_ => documents.Length / Seconds(() => Array.ForEach(documents, Convert))).ToArray();
        var times = Enumerable.Range(0, scale.Runs).Select(_ => 1000 * Seconds(() => Convert(largeJson))).ToArray();
        report.Add($"Feishu documents to Markdown, {documents.Sum(document => document.Length) / documents.Length / 1024} KB of JSON each", new Samples(rates).Show("documents/s"));
        report.Add($"one Feishu document of {LargeBlocks:N0} blocks", new Samples(times).Show("ms"));
        return Task.CompletedTask;
    }

    private static byte[] Json<T>(T items) => JsonSerializer.SerializeToUtf8Bytes(items);

    private static void Convert(byte[] items)
    {
        var blocks = JsonSerializer.Deserialize(items, DocxJson.Default.IReadOnlyListDocxBlock)!;
        if (DocxDocument.Convert(blocks, DocxReferences.None).Markdown.Length == 0)
            throw new InvalidOperationException("A document of many blocks became nothing.");
    }

    private static double Seconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
