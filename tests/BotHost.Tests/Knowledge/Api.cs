using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>The knowledge API as a client sees it.</summary>
internal static class Api
{
    public static string Document(string id) => "/api/knowledge/documents/" + id;

    public static Task<HttpResponseMessage> PutAsync(
        this HttpClient client, string id, object body, string? ifMatch = null, string? ifNoneMatch = null) =>
        client.PutAsync(id, JsonContent.Create(body), ifMatch, ifNoneMatch);

    public static Task<HttpResponseMessage> PutTextAsync(this HttpClient client, string id, string text, string mediaType) =>
        client.PutAsync(id, new StringContent(text, Encoding.UTF8, mediaType), null, null);

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string id, HttpContent content, string? ifMatch, string? ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Document(id)) { Content = content };
        AddHeader(request, "If-Match", ifMatch);
        AddHeader(request, "If-None-Match", ifNoneMatch);
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            AddHeader(request, name, value);
        return await client.SendAsync(request);
    }

    public static async Task<List<JsonElement>> BatchAsync(this HttpClient client, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await client.PostAsync("/api/knowledge/documents:batch", content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return JsonElement.Parse(text);
    }

    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var problem = await response.JsonAsync(expected);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("status").GetInt32().ShouldBe((int)expected);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    public static async Task<List<string>> FindAsync(this HttpClient client, string query) =>
        [.. (await (await client.GetAsync("/api/search?q=" + Uri.EscapeDataString(query))).JsonAsync())
            .GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetString()!)];

    /// <summary>The longest beginning of that size, filled up with spaces.</summary>
    public static string TakeBytes(this string text, int bytes)
    {
        var taken = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text).AsSpan(0, bytes)).TrimEnd('\uFFFD');
        return taken + new string(' ', bytes - Encoding.UTF8.GetByteCount(taken));
    }

    public static long Revision(this JsonElement json) => json.GetProperty("revision").GetInt64();

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
    }
}
