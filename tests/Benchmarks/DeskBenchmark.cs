using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Search;

namespace Wenlu.Benchmarks;

/// <summary>The editors' desk over many documents: the first look at the list after a start, and those that follow.</summary>
internal static class DeskBenchmark
{
    private const int WarmUp = 20;
    private const int Attempts = 5;

    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("desk");
        using var folder = new TempFolder();
        var documents = scale.FolderDocuments;
        IReadOnlyList<string> markdown;
        await using (var writer = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"], "--Knowledge:Seed="))
        {
            markdown = await WriteDocumentsAsync(writer, documents);
            await writer.StopAsync();
        }

        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"], "--Knowledge:Seed=");
        using var editor = await SignInAsync(bot);
        var started = Stopwatch.GetTimestamp();
        await ReadAsync(editor, "/desk/documents");
        report.Add($"desk, first look at a list of {documents:N0} after a start", string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));
        var some = new Random(7);
        (string Name, Func<string> Path)[] pages =
        [
            ("list, any page", () => string.Create(CultureInfo.InvariantCulture, $"/desk/documents?page={1 + some.Next(documents / 50)}")),
            ("list by title, of a tag", () => string.Create(CultureInfo.InvariantCulture, $"/desk/documents?sort=title&tag=tag{some.Next(40)}")),
            ("list by title, all", () => "/desk/documents?sort=title"),
            ("search in titles and texts", () => "/desk/documents?q=" + Uri.EscapeDataString(markdown[some.Next(documents)].AsSpan(10, 3))),
            ("a document's page", () => string.Create(CultureInfo.InvariantCulture, $"/desk/documents/d{some.Next(documents)}")),
        ];
        foreach (var (name, path) in pages)
            report.Add($"desk, {name}, {documents:N0} documents", await MeasureAsync(scale, editor, path));
    }

    private static async Task<string> MeasureAsync(Scale scale, HttpClient editor, Func<string> path)
    {
        var latencies = new List<double>();
        for (var number = -WarmUp; number < scale.Questions; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await ReadAsync(editor, path());
            if (number >= 0)
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var samples = new Samples(latencies);
        return string.Create(CultureInfo.InvariantCulture, $"p50 {samples.Median:0.0} ms, p95 {samples.Percentile(95):0.0} ms");
    }

    private static async Task ReadAsync(HttpClient editor, string path)
    {
        using var response = await editor.GetAsync(path);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpClient> SignInAsync(BotProcess bot)
    {
        using var door = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = bot.Address };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-in/key") { Content = new FormUrlEncodedContent([new("key", BotProcess.EditorKey)]) };
        post.Headers.Add("Origin", bot.Address.GetLeftPart(UriPartial.Authority));
        using var response = await door.SendAsync(post);
        var cookie = response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        // Followed nowhere: a session that is not taken would be led to the door, and the door measured.
        var editor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = bot.Address };
        editor.DefaultRequestHeaders.Add("Cookie", cookie);
        return editor;
    }

    private static async Task<IReadOnlyList<string>> WriteDocumentsAsync(BotProcess bot, int documents)
    {
        var text = new ChineseText(seed: 4);
        var markdown = Enumerable.Range(0, documents).Select(_ => text.Document(sections: 2)).ToList();
        foreach (var part in markdown.Select((document, number) => (document, number)).Chunk(500))
        {
            var lines = part.Select(one => JsonSerializer.Serialize(new { id = $"d{one.number}", title = text.Heading(), markdown = one.document, tags = new[] { $"tag{one.number % 40}" } })).ToList();
            // A busy store may say that it wants to be asked again; what is measured comes later.
            for (var attempt = 1; lines.Count > 0; attempt++)
                lines = attempt <= Attempts ? await SendAsync(bot, lines) : throw new InvalidOperationException($"{lines.Count} documents were refused again and again.");
        }

        return markdown;
    }

    /// <returns>What was not taken.</returns>
    private static async Task<List<string>> SendAsync(BotProcess bot, List<string> lines)
    {
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var response = await bot.Http.PostAsync("/api/knowledge/documents:batch", body);
        response.EnsureSuccessStatusCode();
        var results = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));
        return [.. results.Where(result => result.GetProperty("status").GetInt32() >= 300).Select(result => lines[result.GetProperty("line").GetInt32() - 1])];
    }
}
