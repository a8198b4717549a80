using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Wenlu.BotHost.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Wiki;
using Space = Wenlu.StandIns.Feishu.Wiki.WikiSpace;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>The whole service beside a platform with a wiki whose limits are ten times the real ones, so that tests need not wait.</summary>
public abstract class WikiBench(string redis) : FrontDoor(redis)
{
    private protected const string Leave = "## 年假\n入职满一年者，年假十天。\n## 病假\n病假需要提供医院证明。\n## 婚假\n婚假三天，须在登记后半年内休完。";
    private protected const string Often = "--Feishu:Wiki:Interval=00:00:01";
    private protected const string Seldom = "--Feishu:Wiki:Interval=01:00:00";
    private protected const string Zhang = "ou_0000000000000000000000000000aaaa";
    private protected const string Li = "ou_0000000000000000000000000000bbbb";

    private protected override FeishuPlatformOptions PlatformOptions =>
        new() { Rates = new RateRules { PerSecondOfDocuments = 50, PerWikiInterfaceAndMinute = 1000 } };

    private protected WikiDesk Wiki => Platform.Wiki;

    private protected Task<Bot> StartSyncingAsync(Space space, params string[] settings) => StartAsync([.. SettingsFor(space), .. settings]);

    private protected static string[] SettingsFor(Space space) =>
    [
        $"--Feishu:Wiki:Spaces:0={space.Id}", "--Feishu:Wiki:Debounce=00:00:00.3", "--Feishu:DocumentCallsPerSecond=50", "--Feishu:DocumentCallsPerMinute=1000",
    ];

    private protected static async Task<StoredDocument?> DocumentAsync(Bot bot, WikiDocument document) =>
        await bot.Service<KnowledgeStore>().FindAsync(new(Kinds.Document, "feishu-" + document.Token));

    private protected static async Task FoundAsync(Bot bot, string question, WikiDocument document, string text = "")
    {
        await WaitAsync(async () => (await SearchAsync(bot, question)).Any(hit =>
            hit.GetProperty("documentId").GetString() == "feishu-" + document.Token && hit.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal)),
            $"'{question}' to be found in {document.Title}");
    }

    private protected int BlocksRead(WikiDocument document) =>
        Platform.Calls.Count(call => call.Code == 0 && call.Path.EndsWith($"/documents/{document.Token}/blocks", StringComparison.Ordinal));

    private protected static async Task<JsonElement> StatusAsync(Bot bot)
    {
        using var response = await SendAsync(bot, HttpMethod.Get, "", null);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status once nothing is left to be done.</summary>
    private protected static async Task<JsonElement> IdleAsync(Bot bot)
    {
        JsonElement status = default;
        await WaitAsync(
            async () => (status = await StatusAsync(bot)).GetProperty("run").TryGetProperty("endedAt", out var ended) && ended.ValueKind == JsonValueKind.String
                && status.GetProperty("documents").GetProperty("waiting").GetInt32() == 0,
            "the run to end");
        return status;
    }

    private protected static async Task WaitAsync(Func<Task<bool>> condition, string description)
    {
        for (var end = DateTime.UtcNow + TimeSpan.FromSeconds(30); !await condition(); await Task.Delay(50))
            DateTime.UtcNow.ShouldBeLessThan(end, description);
    }

    private protected static async Task<JsonElement> RunAsync(Bot bot, Func<JsonElement, bool> isRight)
    {
        JsonElement run = default;
        await WaitAsync(async () => isRight(run = (await StatusAsync(bot)).GetProperty("run")), "the run's counts");
        return run;
    }

    /// <summary>One look more, to its end.</summary>
    private protected static async Task LookAsync(Bot bot)
    {
        var before = (await StatusAsync(bot)).GetProperty("lastLook").GetDateTimeOffset();
        using var response = await SendAsync(bot, HttpMethod.Post, "/now", null);
        await WaitAsync(
            async () => (await StatusAsync(bot)).GetProperty("lastLook") is { ValueKind: JsonValueKind.String } last && last.GetDateTimeOffset() > before, "another look");
    }

    private protected static async Task GoneAsync(Bot bot, WikiDocument document) =>
        await WaitAsync(async () => await DocumentAsync(bot, document) is null, $"{document.Title} to be gone");

    private protected static async Task LabelsAsync(Bot bot, WikiDocument document, string[] labels) =>
        await WaitAsync(
            async () => await DocumentAsync(bot, document) is { } found && found.Document.Audience.Labels.Order().SequenceEqual(labels.Order()),
            $"{document.Title} to be for {string.Join(", ", labels)}");

    private protected int BlocksReadOf(IEnumerable<WikiDocument> documents) => documents.Sum(BlocksRead);

    private protected static async Task<List<JsonElement>> SearchAsync(Bot bot, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/search?k=10&q={Uri.EscapeDataString(question)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bot.EditorKey);
        using var response = await bot.Http.SendAsync(request);
        return [.. JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("hits").EnumerateArray()];
    }

    private protected static async Task<HttpResponseMessage> SendAsync(Bot bot, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, "/api/knowledge/sync" + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bot.EditorKey);
        return await bot.Http.SendAsync(request);
    }
}
