using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Wenlu.StandIns.Model;

/// <summary>An embedding model whose vectors are a function of model and text.</summary>
public sealed class ScriptedEmbeddings(Func<string, string, float[]> embed)
{
    private readonly ConcurrentQueue<(string Model, string Text)> texts = new();
    private int calls;

    /// <summary>Everything that was embedded so far.</summary>
    public IReadOnlyList<(string Model, string Text)> Texts => [.. texts];

    public int Calls => Volatile.Read(ref calls);

    /// <summary>What a call is answered with instead of vectors; 200 means vectors.</summary>
    public Func<string, int> StatusFor { get; set; } = _ => 200;

    /// <summary>Many servers know only lists of numbers, whatever encoding was asked for.</summary>
    public bool IgnoresEncoding { get; set; }

    internal async Task ReplyAsync(HttpContext http, string? deployment)
    {
        Interlocked.Increment(ref calls);
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        var model = deployment ?? body.GetProperty("model").GetString()!;
        if (StatusFor(model) is var status and not 200)
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsJsonAsync(new { error = new { code = "error", message = "scripted" } });
            return;
        }
        var input = body.GetProperty("input");
        string[] asked = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
        foreach (var text in asked)
            texts.Enqueue((model, text));
        var isBase64 = !IgnoresEncoding && body.TryGetProperty("encoding_format", out var encoding) && encoding.GetString() == "base64";
        await http.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            model,
            data = asked.Select((text, index) => new { @object = "embedding", index, embedding = Encode(embed(model, text), isBase64) }),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        });
    }

    private static object Encode(float[] vector, bool isBase64) =>
        isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : vector;
}
