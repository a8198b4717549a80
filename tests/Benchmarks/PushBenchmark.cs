using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Search;

namespace Wenlu.Benchmarks;

/// <summary>From an editor's push to the document being found, over HTTP and into the embedded store.</summary>
internal static class PushBenchmark
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("push");
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"]);
        var text = new ChineseText(seed: 2);
        var latencies = new List<double>();
        for (var number = 0; number < scale.Pushes; number++)
            latencies.Add(await PushAndFindAsync(bot, text, number));
        var samples = new Samples(latencies);
        report.Add("push to searchable, one document of 2,000 characters", FormattableString.Invariant(
            $"p50 {samples.Median:0.0} ms, p95 {samples.Percentile(95):0.0} ms"), "< 1 s", samples.Percentile(95) < 1000);
        var rates = new List<double>();
        for (var run = 0; run < scale.Runs; run++)
            rates.Add(await PushBatchAsync(bot, text, run, scale.BatchDocuments));
        report.Add($"batch push, {scale.BatchDocuments} documents in one request", new Samples(rates).Show("documents/s"));
    }

    /// <summary>A document that cannot be found as soon as its push is answered is an error, not a slow one.</summary>
    private static async Task<double> PushAndFindAsync(BotProcess bot, ChineseText text, int number)
    {
        var code = $"QX{number:00000}";
        var document = new { title = text.Heading(), markdown = $"{text.Document(sections: 5)}\n\n错误代码 {code}" };
        var started = Stopwatch.GetTimestamp();
        using var response = await bot.Http.PutAsJsonAsync($"/api/knowledge/documents/push-{number}", document);
        var elapsed = Stopwatch.GetElapsedTime(started);
        response.EnsureSuccessStatusCode();
        var found = await bot.Http.GetFromJsonAsync<JsonElement>($"/api/search?k=1&q={code}");
        if (found.GetProperty("hits")[0].GetProperty("documentId").GetString() != $"push-{number}")
            throw new InvalidOperationException($"The document with {code} was not found after its push was answered.");
        return elapsed.TotalMilliseconds;
    }

    private static async Task<double> PushBatchAsync(BotProcess bot, ChineseText text, int run, int documents)
    {
        var lines = Enumerable.Range(0, documents).Select(number => JsonSerializer.Serialize(
            new { id = $"batch-{run}-{number}", title = text.Heading(), markdown = text.Document(sections: 5) }));
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        var started = Stopwatch.GetTimestamp();
        using var response = await bot.Http.PostAsync("/api/knowledge/documents:batch", body);
        var results = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (results.Length != documents || results.Any(line => !JsonElement.Parse(line).TryGetProperty("revision", out _)))
            throw new InvalidOperationException($"Not every line of the batch was accepted: {results.FirstOrDefault(line => !line.Contains("revision", StringComparison.Ordinal))}");
        return documents / elapsed.TotalSeconds;
    }
}
