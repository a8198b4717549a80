using System.Text.Json;
using Microsoft.OpenApi;

namespace Wenlu.BotHost.Tests.Site;

public sealed class OpenApiTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task The_description_is_a_valid_one() =>
        OpenApiDocument.Parse(await site.Http.GetStringAsync("/openapi/v1.json"), "json").Diagnostic!.Errors.ShouldBeEmpty();

    [Fact]
    public async Task Every_route_for_programs_is_described_with_examples()
    {
        var operations = await OperationsAsync();

        operations.Select(operation => operation.Name).ShouldBe(
            [
                "put /api/knowledge/documents/{id}", "get /api/knowledge/documents/{id}", "delete /api/knowledge/documents/{id}",
                "get /api/knowledge/documents/{id}/revisions", "get /api/knowledge/documents/{id}/revisions/{revision}",
                "get /api/knowledge/documents/{id}/revisions/{revision}/diff", "post /api/knowledge/documents/{id}/revisions/{revision}/restore",
                "get /api/knowledge/documents", "post /api/knowledge/documents:batch", "get /api/search", "post /api/ask",
                "put /api/questions/{id}", "delete /api/questions/{id}", "post /api/answers/{id}/publish",
                "get /api/knowledge/sync", "post /api/knowledge/sync/now", "post /api/knowledge/sync/sources", "delete /api/knowledge/sync/sources",
                "put /api/knowledge/answers/{id}", "get /api/knowledge/answers/{id}", "delete /api/knowledge/answers/{id}", "get /api/knowledge/answers",
                "get /api/gaps", "post /api/gaps/{id}/answer", "post /api/gaps/{id}/dismiss", "post /api/gaps/{id}/merge", "post /api/gaps/card",
            ],
            ignoreOrder: true);
        foreach (var (name, operation) in operations)
            Gaps(operation).ShouldBeEmpty(name);
    }

    [Fact]
    public async Task Asking_is_described_as_it_is_done()
    {
        var ask = (await OperationsAsync()).Single(operation => operation.Name == "post /api/ask").Operation;

        var content = ask.GetProperty("responses").GetProperty("200").GetProperty("content");
        content.EnumerateObject().Select(type => type.Name).ShouldBe(["application/json", "text/event-stream"]);
        content.GetProperty("text/event-stream").GetProperty("schema").GetProperty("type").GetString().ShouldBe("string");
        var stream = content.GetProperty("text/event-stream").GetProperty("example").GetString().ShouldNotBeNull();
        stream.ShouldStartWith("event: status\ndata: {");
        stream.ShouldEndWith("}\n\n");
        (await site.Http.GetStringAsync("/openapi/v1.json")).ShouldContain("\"notFound\"");
    }

    private static IEnumerable<string> Gaps(JsonElement operation)
    {
        foreach (var text in (string[])["summary", "description", "operationId"])
        {
            if (!operation.TryGetProperty(text, out var value) || string.IsNullOrWhiteSpace(value.GetString()))
                yield return text;
        }

        if (operation.TryGetProperty("requestBody", out var body))
        {
            foreach (var type in WithoutExample(body))
                yield return "request " + type;
        }

        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name.StartsWith('2')))
        {
            foreach (var type in WithoutExample(response.Value))
                yield return $"response {response.Name} {type}";
        }
    }

    private static IEnumerable<string> WithoutExample(JsonElement body) => body.TryGetProperty("content", out var content)
        ? content.EnumerateObject().Where(type => !type.Value.TryGetProperty("example", out _)).Select(type => type.Name)
        : [];

    private async Task<List<(string Name, JsonElement Operation)>> OperationsAsync()
    {
        var api = JsonElement.Parse(await site.Http.GetStringAsync("/openapi/v1.json"));
        return [.. api.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => ($"{operation.Name} {path.Name}", operation.Value)))];
    }
}
