using System.Diagnostics;
using System.Text.Json;
using Wenlu.Benchmarks.Children;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Wiki;
using Wenlu.StandIns.Model;

namespace Wenlu.Benchmarks;

/// <summary>
/// A wiki of generated pages behind the platform's limits, which are ten times the real ones here, so that a run takes minutes and
/// not an hour: what the first sync takes beside the time that the limits alone cost, and how soon an edit is answered from.
/// </summary>
internal static class SyncBenchmark
{
    private const int Faster = 10;
    private const int DocumentsPerSecond = 5 * Faster;
    private const int CallsPerMinute = 100 * Faster;
    private const int Edits = 10;
    private const string Code = "ZY";

    private static readonly RateRules Limits = new()
    {
        PerSecondOfDocuments = DocumentsPerSecond,
        PerWikiInterfaceAndMinute = CallsPerMinute,
        PerOperationAndSecond = 50 * Faster,
        PerOperationAndMinute = 1000 * Faster,
    };

    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress($"sync of {scale.WikiPages} pages, limits ×{Faster}");
        await using var platform = await FeishuPlatform.StartAsync(new FeishuPlatformOptions { Rates = Limits });
        await using var model = await ScriptedModel.StartAsync();
        model.Embeddings = new ScriptedEmbeddings((_, text) => Vector(text));
        var generator = new DocumentGenerator(seed: 5);
        var (space, pages) = Fill(platform.Wiki, generator, scale.WikiPages);
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"], Settings(platform, model, space));
        var started = Stopwatch.GetTimestamp();
        var first = await SyncedAsync(bot, pages.Count) ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException("The first sync did not end.");
        ReportFirst(report, platform, pages.Count, first);
        await EmbeddedAsync(model);
        await ReportEditsAsync(report, platform, model, bot, [.. pages.Where(page => page.Page.IsManagedByApp)]);
        if (platform.Violations.Count > 0)
            throw new InvalidOperationException(string.Join('\n', platform.Violations.Take(5)));
    }

    private static (WikiSpace Space, List<(WikiDocument Page, GeneratedDocument Text)> Pages) Fill(WikiDesk wiki, DocumentGenerator generator, int count)
    {
        var space = wiki.AddSpace("公司知识库");
        var pages = new List<(WikiDocument Page, GeneratedDocument Text)>();
        WikiDocument? under = null;
        foreach (var (openId, name) in DocumentGenerator.Users)
            wiki.AddPerson(openId, name);
        for (var number = 0; number < count; number++)
        {
            var text = generator.Document(number);
            var page = wiki.AddPage(space, text, number % 50 == 0 ? null : under);
            under = number % 50 == 0 ? page : under;
            page.IsManagedByApp = text.Sections.Count > 2 && pages.Count(other => other.Page.IsManagedByApp) < Edits;
            pages.Add((page, text));
        }
        return (space, pages);
    }

    private static void ReportFirst(Report report, FeishuPlatform platform, int pages, TimeSpan first)
    {
        var reading = Calls(platform, "/docx/v1/") / (double)DocumentsPerSecond;
        var asking = Calls(platform, "/public") * 60.0 / CallsPerMinute;
        var floor = Math.Max(reading, asking);
        report.Add($"first sync of {pages} pages, limits ×{Faster}", FormattableString.Invariant(
            $"{first.TotalSeconds:0} s; the limits alone {floor:0} s ({reading:0} s of reading, {asking:0} s of asking who may read): ×{first.TotalSeconds / floor:0.00}"));
        report.Add("calls that met a limit of the platform", $"{platform.Calls.Count(call => call.Code == 99991400)} of {platform.Calls.Count}");
    }

    private static async Task ReportEditsAsync(
        Report report, FeishuPlatform platform, ScriptedModel model, BotProcess bot, List<(WikiDocument Page, GeneratedDocument Text)> pages)
    {
        var before = model.Embeddings!.Texts.Count;
        using var delivery = new FeishuDelivery(bot.Address, platform);
        var found = await Task.WhenAll(pages.Select(page => EditAndFindAsync(platform, delivery, bot, page)));
        var samples = new Samples(found);
        report.Add("edit of a page to found, by its event", FormattableString.Invariant(
            $"p50 {samples.Median:0.0} s, longest {samples.Percentile(100):0.0} s, 20 s of them waiting for the writer to stop"), "< 60 s", samples.Percentile(100) < 60);
        await EmbeddedAsync(model);
        var run = (await StatusAsync(bot)).GetProperty("run");
        var (kept, fresh) = (run.GetProperty("chunksKept").GetInt32(), run.GetProperty("chunksNew").GetInt32());
        report.Add($"passages embedded anew after one section of each of {pages.Count} pages was edited", FormattableString.Invariant(
            $"{fresh} of {kept + fresh} ({100.0 * fresh / (kept + fresh):0.0} %); the model was sent {model.Embeddings.Texts.Skip(before).Count(text => !IsQuestion(text.Text))}"));
    }

    private static async Task<double> EditAndFindAsync(
        FeishuPlatform platform, FeishuDelivery delivery, BotProcess bot, (WikiDocument Page, GeneratedDocument Text) page)
    {
        var code = Code + page.Page.Token[^6..];
        platform.Wiki.Edit(page.Page, page.Text.Edited(1, $"新的规定见 {code}。").Items);
        var started = Stopwatch.GetTimestamp();
        await delivery.SendAsync(ADriveEvent.Edited(platform.Options, page.Page));
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(3))
        {
            if ((await bot.Http.GetStringAsync($"/api/search?k=1&q={code}")).Contains(code, StringComparison.Ordinal))
                return Stopwatch.GetElapsedTime(started).TotalSeconds;
            await Task.Delay(200);
        }
        throw new InvalidOperationException($"The edit of {page.Page.Title} was not found.");
    }

    private static async Task<bool> SyncedAsync(BotProcess bot, int pages)
    {
        for (var deadline = DateTime.UtcNow + TimeSpan.FromMinutes(30); DateTime.UtcNow < deadline; await Task.Delay(500))
        {
            var documents = (await StatusAsync(bot)).GetProperty("documents");
            if (documents.GetProperty("synced").GetInt32() == pages)
                return true;
        }
        return false;
    }

    /// <summary>No more texts come for a while.</summary>
    private static async Task EmbeddedAsync(ScriptedModel model)
    {
        for (var before = -1; before != model.Embeddings!.Texts.Count; await Task.Delay(TimeSpan.FromSeconds(5)))
            before = model.Embeddings.Texts.Count;
    }

    private static async Task<JsonElement> StatusAsync(BotProcess bot) => JsonElement.Parse(await bot.Http.GetStringAsync("/api/knowledge/sync"));

    private static bool IsQuestion(string text) => text.StartsWith(Code, StringComparison.Ordinal);

    private static int Calls(FeishuPlatform platform, string part) => platform.Calls.Count(call => call.Path.Contains(part, StringComparison.Ordinal));

    private static float[] Vector(string text)
    {
        var random = new Random(text.GetHashCode(StringComparison.Ordinal));
        return [.. Enumerable.Range(0, 64).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private static string[] Settings(FeishuPlatform platform, ScriptedModel model, WikiSpace space) =>
    [
        "--Knowledge:Seed=",
        .. platform.Settings,
        $"--Feishu:Wiki:Spaces:0={space.Id}",
        "--Feishu:Wiki:Interval=01:00:00",
        $"--Feishu:CallsPerSecond={50 * Faster}",
        $"--Feishu:CallsPerMinute={1000 * Faster}",
        $"--Feishu:DocumentCallsPerSecond={DocumentsPerSecond}",
        $"--Feishu:DocumentCallsPerMinute={CallsPerMinute}",
        "--Llm:Provider=OpenAI",
        $"--Llm:Endpoint={model.EndpointFor(ModelDialect.OpenAI)}",
        $"--Llm:ApiKey={model.ApiKey}",
        "--Llm:EmbeddingModel=embedder",
        "--Llm:Embedding:RequestsPerMinute=6000",
    ];
}
