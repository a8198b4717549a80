using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.StandIns.Feishu;

/// <summary>Speaks to the stand-in in bare HTTP, so that its rules are tested without the bot's own client.</summary>
internal sealed class PlatformClient(FeishuPlatform platform) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = platform.BaseUrl };

    public async Task<PlatformClient> LogInAsync()
    {
        var app = platform.Options;
        var answer = await PostAsync("auth/v3/tenant_access_token/internal", new { app_id = app.AppId, app_secret = app.AppSecret });
        http.DefaultRequestHeaders.Authorization = new("Bearer", answer.GetProperty("tenant_access_token").GetString());
        return this;
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<JsonElement> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public async Task<string> CreateCardAsync(string? json = null)
    {
        var answer = await PostAsync("cardkit/v1/cards", new { type = "card_json", data = json ?? CardSamples.Streaming });
        return answer.GetProperty("data").GetProperty("card_id").GetString()!;
    }

    public Task<JsonElement> StreamAsync(string card, int sequence, string text, string element = "answer", string? uuid = null) =>
        PutAsync($"cardkit/v1/cards/{card}/elements/{element}/content", new { content = text, sequence, uuid = uuid ?? $"{card}-{sequence}" });

    public Task<JsonElement> CloseAsync(string card, int sequence)
    {
        var settings = """{"config":{"streaming_mode":false}}""";
        return PatchAsync($"cardkit/v1/cards/{card}/settings", new { settings, sequence, uuid = $"{card}-{sequence}" });
    }

    public Task<JsonElement> BatchAsync(string card, int sequence, string actions) =>
        PostAsync($"cardkit/v1/cards/{card}/batch_update", new { actions, sequence });

    public Task<JsonElement> ReplyAsync(string message, string card, string uuid)
    {
        var content = $$$"""{"type":"card","data":{"card_id":"{{{card}}}"}}""";
        return PostAsync($"im/v1/messages/{message}/reply", new { msg_type = "interactive", content, uuid });
    }

    public Task<JsonElement> SayAsync(string message, string text, string? uuid = null) =>
        PostAsync($"im/v1/messages/{message}/reply", new
        {
            msg_type = "text",
            content = new JsonObject { ["text"] = text }.ToJsonString(),
            uuid = uuid ?? Guid.NewGuid().ToString("N"),
        });

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/open-apis/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();
}

internal static class CardSamples
{
    public const string Streaming =
        """
        {"schema":"2.0","config":{"streaming_mode":true,"update_multi":true,"summary":{"content":"正在查找资料…"},
        "streaming_config":{"print_frequency_ms":{"default":70},"print_step":{"default":2},"print_strategy":"fast"}},
        "body":{"elements":[{"tag":"markdown","element_id":"status","content":"<font color='grey'>正在检索…</font>","text_size":"notation"},
        {"tag":"markdown","element_id":"answer","content":""}]}}
        """;

    public static string With(params string[] elements) => $$$"""{"schema":"2.0","body":{"elements":[{{{string.Join(',', elements)}}}]}}""";

    public static string Above(string card, string element) =>
        card.Replace("\"elements\":[", $"\"elements\":[{element},", StringComparison.Ordinal);

    public static string Markdown(string text) => new JsonObject { ["tag"] = "markdown", ["content"] = text }.ToJsonString();
}

internal static class AnswerReading
{
    public static int Code(this JsonElement answer) => answer.GetProperty("code").GetInt32();
}
