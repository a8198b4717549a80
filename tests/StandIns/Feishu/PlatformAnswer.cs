using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Feishu;

internal sealed record PlatformAnswer(int Status, int Code, string Message, IReadOnlyDictionary<string, string> Headers)
{
    private JsonObject Body { get; init; } = [];

    /// <summary>What the platform adds to some refusals.</summary>
    public JsonObject? Error { get; init; }

    /// <summary>Instead of a message, where OAuth says how it refuses.</summary>
    public string? OAuthError { get; init; }

    private byte[]? Bytes { get; init; }

    /// <summary>Two of the calls answer with their values beside the code instead of inside data.</summary>
    public static PlatformAnswer Success(JsonObject data, bool isFlat) =>
        new(200, 0, "success", new Dictionary<string, string>()) { Body = isFlat ? data : new JsonObject { ["data"] = data } };

    /// <summary>A file's bytes and nothing else.</summary>
    public static PlatformAnswer Content(byte[] content) => new(200, 0, "success", new Dictionary<string, string>()) { Bytes = content };

    public async Task WriteAsync(HttpResponse response)
    {
        if (Bytes is not null)
        {
            response.ContentType = "application/octet-stream";
            await response.Body.WriteAsync(Bytes);
            return;
        }

        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers["x-tt-logid"] = Guid.NewGuid().ToString("N");
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        var body = (JsonObject)Body.DeepClone();
        body["code"] = Code;
        if (OAuthError is null) body["msg"] = Message;
        else (body["error"], body["error_description"]) = (OAuthError, Message);
        if (Error is not null) body["error"] = Error.DeepClone();
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToCompactJson()));
    }
}
