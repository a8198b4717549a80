using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Feishu;

internal sealed record PlatformAnswer(int Status, int Code, string Message, IReadOnlyDictionary<string, string> Headers)
{
    private JsonObject Body { get; init; } = [];

    /// <summary>Two of the calls answer with their values beside the code instead of inside data.</summary>
    public static PlatformAnswer Success(JsonObject data, bool isFlat) =>
        new(200, 0, "success", new Dictionary<string, string>()) { Body = isFlat ? data : new JsonObject { ["data"] = data } };

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers["x-tt-logid"] = Guid.NewGuid().ToString("N");
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        var body = (JsonObject)Body.DeepClone();
        body["code"] = Code;
        body["msg"] = Message;
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToCompactJson()));
    }
}
