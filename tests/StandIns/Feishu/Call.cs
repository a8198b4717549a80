using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Feishu;

/// <summary>One request to the platform, read and taken apart strictly: whatever is not expected is refused.</summary>
internal sealed class Call(HttpRequest request, byte[] rawBody, DateTimeOffset at)
{
    private readonly Lazy<JsonObject> body = new(() => Parse(request, rawBody));

    public DateTimeOffset At => at;

    public string Method => request.Method;

    public string Path => request.Path.Value ?? "";

    public string Query => request.QueryString.Value ?? "";

    public string Authorization => request.Headers.Authorization.ToString();

    public string RawBody => System.Text.Encoding.UTF8.GetString(rawBody);

    public JsonObject Body => body.Value;

    public string Route(string name) => (string)request.RouteValues[name]!;

    public string? TryRoute(string name) => request.RouteValues.TryGetValue(name, out var value) ? (string?)value : null;

    public string? Header(string name) => request.Headers[name];

    public string? QueryValue(string name) => request.Query[name];

    public void AllowQuery(params string[] names)
    {
        if (request.Query.Keys.FirstOrDefault(key => !names.Contains(key)) is { } unknown)
            throw Refusal.BadRequest($"unknown query parameter '{unknown}'");
    }

    public void AllowMembers(params string[] names)
    {
        if (Body.Select(member => member.Key).FirstOrDefault(key => !names.Contains(key)) is { } unknown)
            throw Refusal.BadRequest($"unknown member '{unknown}'");
    }

    public void HasNoBody()
    {
        if (rawBody.Length > 0) throw Refusal.BadRequest("this request has no body");
    }

    public string Text(string name) => OptionalText(name) ?? throw Refusal.BadRequest($"'{name}' is missing or not a string");

    public string? OptionalText(string name, int maxLength = int.MaxValue)
    {
        if (!Body.TryGetPropertyValue(name, out var node)) return null;
        var text = Checks.String(node) ?? throw Refusal.BadRequest($"'{name}' is not a string");
        return text.Length <= maxLength ? text : throw Refusal.BadRequest($"'{name}' is longer than {maxLength}");
    }

    public bool Flag(string name) =>
        Body.TryGetPropertyValue(name, out var node) && (node is JsonValue value && value.TryGetValue<bool>(out var flag)
            ? flag
            : throw Refusal.BadRequest($"'{name}' is not true or false"));

    public int Sequence() =>
        Body["sequence"] is JsonValue value && value.TryGetValue<int>(out var sequence) && sequence > 0
            ? sequence
            : throw new Refusal(10002, "sequence is missing or not a positive int32", isViolation: true);

    private static JsonObject Parse(HttpRequest request, byte[] rawBody)
    {
        if (!request.HasJsonContentType()) throw Refusal.BadRequest("the content type is not application/json");
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(rawBody, documentOptions: options) as JsonObject ?? throw Refusal.BadRequest("the body is not an object");
        }
        catch (JsonException exception)
        {
            throw Refusal.BadRequest(exception.Message);
        }
    }
}
