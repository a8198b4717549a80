using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>What the platform takes from a client: pings, and its own frames back with an answer in them. Each method names what is wrong.</summary>
internal static class ConnectionRules
{
    public static string? OfPing(WireFrame frame, int service) => frame switch
    {
        not { SeqId: 0, LogId: 0, Method: 0 } => "a ping has SeqID, LogID and method 0",
        _ when frame.Service != service => $"a ping names service {frame.Service} instead of {service}",
        not { Headers: [{ Key: "type", Value: "ping" }] } => "a ping has the header type and no other",
        not { Payload: null, PayloadEncoding: null, PayloadType: null, NewLogId: null } => "a ping has nothing else",
        _ => null,
    };

    /// <summary>Everything goes back as it was sent, with biz_rt behind the headers and the answer for a payload.</summary>
    public static string? OfAcknowledgement(WireFrame sent, WireFrame frame)
    {
        if (frame.Headers.Count != sent.Headers.Count + 1 || !frame.Headers.Take(sent.Headers.Count).SequenceEqual(sent.Headers))
            return "the headers are not those that were sent, in order, and one more";
        if (frame.Headers[^1] is not { Key: "biz_rt", Value: var took } || !uint.TryParse(took, out _))
            return "the last header is not biz_rt with a number";
        return frame with { Headers = sent.Headers, Payload = sent.Payload } == sent ? null : "a field is not as it was sent";
    }

    /// <summary>The answer within an acknowledgement; a callback has a body, an event has none.</summary>
    public static PushAnswer ReadAnswer(byte[]? payload, bool isCallback)
    {
        var json = JsonNode.Parse(payload ?? throw new FormatException("there is no payload")) as JsonObject ?? throw new FormatException("the payload is no object");
        if (json.Select(member => member.Key).FirstOrDefault(key => key is not ("code" or "headers" or "data")) is { } unknown)
            throw new FormatException($"the payload has a member '{unknown}'");
        var code = json["code"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw new FormatException("the code is no number");
        if (code is not (200 or 500)) throw new FormatException($"the code is {code}");
        var data = json["data"]?.GetValue<string>();
        if (data is not null && !isCallback) throw new FormatException("an event is answered with data");
        if (data is null && isCallback && code == 200) throw new FormatException("a callback is answered without data");
        return new PushAnswer(code, data is null ? "{}" : Body(data));
    }

    private static string Body(string base64)
    {
        var json = new System.Text.UTF8Encoding(false, true).GetString(Convert.FromBase64String(base64));
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? json : throw new FormatException("the data is no JSON object");
    }
}

/// <summary>How a client answered a pushed event, and with what if it was a callback.</summary>
public sealed record PushAnswer(int Code, string Body);
