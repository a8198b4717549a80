using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Model;

/// <summary>The wire format of chat completions: one JSON object, or server-sent events.</summary>
internal static class CompletionWriter
{
    public static Task WriteErrorAsync(HttpContext http, ModelReply reply)
    {
        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
            http.Response.Headers.RetryAfter = reply.RetryAfter;
        return http.Response.WriteAsJsonAsync(new { error = new { code = reply.ErrorCode, message = reply.Message, type = "scripted" } });
    }

    public static async Task WriteWholeAsync(HttpContext http, ModelReply reply, string model)
    {
        if (reply.IsSilent)
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        if (reply.StallsAfter is not null)
            await StallAsync(http);
        var message = $"{{\"role\":\"assistant\",\"content\":{Json(string.Concat(reply.Pieces))}{RefusalOf(reply)}}}";
        var choice = $"{{\"index\":0,\"message\":{message},\"finish_reason\":{Json(reply.FinishReason)}}}";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($"{{{Head("chat.completion", model)},\"choices\":[{choice}]}}", http.RequestAborted);
    }

    public static async Task WriteStreamAsync(HttpContext http, ModelReply reply, string model)
    {
        if (reply.IsSilent)
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        for (var sent = 0; sent < reply.Pieces.Count; sent++)
        {
            await InterruptAsync(http, reply, sent);
            if (reply.Pause > TimeSpan.Zero)
                await Task.Delay(reply.Pause, http.RequestAborted);
            await SendAsync(http, model, $"{{\"content\":{Json(reply.Pieces[sent])}}}", null);
        }

        await InterruptAsync(http, reply, reply.Pieces.Count);
        if (reply.Refusal is not null)
            await SendAsync(http, model, $"{{{RefusalOf(reply)[1..]}}}", null);
        if (reply.FinishReason is not null)
            await SendAsync(http, model, "{}", reply.FinishReason);
        await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
    }

    private static async Task InterruptAsync(HttpContext http, ModelReply reply, int sent)
    {
        if (reply.StallsAfter == sent)
            await StallAsync(http);
        if (reply.ErrorAfter == sent)
            await http.Response.WriteAsync($"data: {{\"error\":{{\"message\":{Json(reply.Message)},\"type\":\"server_error\"}}}}\n\n", http.RequestAborted);
        if (reply.CutsAfter != sent)
            return;
        // A failed handler closes the connection in the middle of the body; an abort could take back what was already sent.
        await http.Response.Body.FlushAsync(http.RequestAborted);
        throw new IOException("Cut off, as scripted.");
    }

    private static async Task StallAsync(HttpContext http)
    {
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
    }

    private static async Task SendAsync(HttpContext http, string model, string delta, string? finishReason)
    {
        var choice = $"{{\"index\":0,\"delta\":{delta},\"finish_reason\":{Json(finishReason)}}}";
        await http.Response.WriteAsync($"data: {{{Head("chat.completion.chunk", model)},\"choices\":[{choice}]}}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static string Head(string type, string model) => $"\"id\":\"scripted\",\"object\":\"{type}\",\"created\":1700000000,\"model\":{Json(model)}";

    private static string RefusalOf(ModelReply reply) => reply.Refusal is null ? "" : $",\"refusal\":{Json(reply.Refusal)}";

    // The library's encoder repairs half a surrogate pair; a careless server sends it.
    private static string Json(string? text) =>
        text is null ? "null" : text.Aggregate(new StringBuilder("\""), Append).Append('"').ToString();

    private static StringBuilder Append(StringBuilder json, char character) => char.IsSurrogate(character)
        ? json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture))
        : json.Append(JsonEncodedText.Encode(character.ToString()));
}
