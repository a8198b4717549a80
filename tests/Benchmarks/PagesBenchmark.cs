using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Search;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.Benchmarks;

/// <summary>The public pages of a large site, asked for one after another over HTTP: how long, and how many bytes with Brotli.</summary>
internal static class PagesBenchmark
{
    private const int Documents = 500;
    private const int PublishedAtOnce = 24;
    private const int Topics = 40;
    private const int WarmUp = 300;
    private const int Attempts = 5;

    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("pages");
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"], "--Knowledge:Seed=");
        var questions = scale.Chunks / 10;
        var markdown = await WriteDocumentsAsync(bot);
        await PublishAsync(bot, markdown, questions);
        using var browser = new HttpClient { BaseAddress = bot.Address };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        browser.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        var paths = await ReadPathsAsync(browser);
        var some = new Random(7);
        string Detail() => paths[some.Next(paths.Count)];
        string Topic() => string.Create(CultureInfo.InvariantCulture, $"/questions?sort=useful&tag=tag{some.Next(Topics)}");
        string Page() => string.Create(CultureInfo.InvariantCulture, $"/questions?page={1 + some.Next(questions / 20)}");
        string Typed() => "/questions/search?q=" + Uri.EscapeDataString(markdown[some.Next(Documents)].AsSpan(10, 3));
        var before = bot.ProcessorTime;
        var detail = await MeasureAsync(scale, browser, Detail);
        var processor = (bot.ProcessorTime - before).TotalMilliseconds / (scale.Questions + WarmUp);
        report.Add(string.Create(CultureInfo.InvariantCulture, $"the same, processor time of the server, {questions:N0} questions"), string.Create(CultureInfo.InvariantCulture, $"{processor:0.0} ms a page"));
        report.Add($"a question's page of {questions:N0}", Show(detail), "p95 < 20 ms, < 60 kB", detail.Latency.Percentile(95) < 20 && detail.Bytes.Percentile(100) < 60_000);
        (string Name, Func<string> Path)[] others =
            [("home", () => "/"), ("list, any page", Page), ("list of a topic, most useful", Topic), ("search while typing", Typed), ("sitemap", () => "/sitemaps/1.xml")];
        foreach (var (name, path) in others)
            report.Add($"{name}, {questions:N0} questions", Show(await MeasureAsync(scale, browser, path)));
    }

    private static string Show((Samples Latency, Samples Bytes) measured) => string.Create(CultureInfo.InvariantCulture,
        $"p50 {measured.Latency.Median:0.0} ms, p95 {measured.Latency.Percentile(95):0.0} ms; {measured.Bytes.Median / 1000:0.0} kB, {measured.Bytes.Percentile(100) / 1000:0.0} kB at most");

    private static async Task<(Samples Latency, Samples Bytes)> MeasureAsync(Scale scale, HttpClient browser, Func<string> path)
    {
        var (latencies, bytes) = (new List<double>(), new List<double>());
        for (var number = -WarmUp; number < scale.Questions; number++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await browser.GetAsync(path());
            var body = await response.Content.ReadAsByteArrayAsync();
            response.EnsureSuccessStatusCode();
            if (number < 0)
                continue;
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            bytes.Add(body.Length);
        }

        return (new(latencies), new(bytes));
    }

    /// <summary>The pages' own addresses, so that no redirect is measured.</summary>
    private static async Task<List<string>> ReadPathsAsync(HttpClient browser)
    {
        using var plain = new HttpClient { BaseAddress = browser.BaseAddress };
        var map = XDocument.Parse(await plain.GetStringAsync("/sitemaps/1.xml"));
        return [.. map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery)
            .Where(path => path.StartsWith("/questions/", StringComparison.Ordinal))];
    }

    private static async Task<IReadOnlyList<string>> WriteDocumentsAsync(BotProcess bot)
    {
        var text = new ChineseText(seed: 4);
        var markdown = Enumerable.Range(0, Documents).Select(_ => text.Document(sections: 5)).ToList();
        var lines = markdown.Select((document, number) => JsonSerializer.Serialize(new { id = $"d{number}", title = text.Heading(), markdown = document, audience = "everyone" }));
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var response = await bot.Http.PostAsync("/api/knowledge/documents:batch", body);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsStringAsync();
        return markdown;
    }

    /// <summary>Five points, each with a source of its own, as answers have them.</summary>
    private static async Task PublishAsync(BotProcess bot, IReadOnlyList<string> markdown, int questions)
    {
        var text = new ChineseText(seed: 5);
        var bodies = Enumerable.Range(0, questions).Select(number => (number, body: new
        {
            question = text.QuestionAbout(markdown[number % Documents]),
            answer = string.Concat(Enumerable.Range(1, 5).Select(point => $"- {markdown[(number + point) % Documents].Substring(40, 60).ReplaceLineEndings(" ")}[{point}]\n")),
            sources = Enumerable.Range(1, 5).Select(point => Source((number + point) % Documents, markdown)).ToArray(),
            tags = new[] { $"tag{number % Topics}" },
        })).ToList();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = PublishedAtOnce }, async (item, cancellationToken) =>
        {
            // A busy store may say that it wants to be asked again; what is measured comes later.
            for (var attempt = 1; !await TryPublishAsync(bot, item.number, item.body, attempt == Attempts, cancellationToken); attempt++)
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        });
    }

    /// <summary>With the anchor of its first section, as answers name them.</summary>
    private static string Source(int document, IReadOnlyList<string> markdown) => $"d{document}#{DocumentAnchors.Of(markdown[document])[0]}";

    private static async Task<bool> TryPublishAsync(BotProcess bot, int number, object body, bool isLast, CancellationToken cancellationToken)
    {
        using var response = await bot.Http.PutAsJsonAsync($"/api/questions/q-{number}", body, cancellationToken);
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable || isLast)
            response.EnsureSuccessStatusCode();
        return response.IsSuccessStatusCode;
    }
}
