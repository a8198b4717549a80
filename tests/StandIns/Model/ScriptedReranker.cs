using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Wenlu.StandIns.Model;

/// <summary>A reranker over real HTTP in both dialects, strict about what each of them requires.</summary>
public sealed class ScriptedReranker : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> violations = new();
    private int calls;

    private ScriptedReranker(string apiKey)
    {
        ApiKey = apiKey;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/v1/rerank", http => ReceiveAsync(http, "documents", "model", "top_n"));
        app.MapPost("/rerank", http => ReceiveAsync(http, "texts", "truncate"));
        app.MapFallback(http => RefuseAsync(http, 404, $"unexpected call {http.Request.Method} {http.Request.Path}"));
    }

    public string ApiKey { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>The score of a passage for a question.</summary>
    public Func<string, string, double> Score { get; set; } = (_, _) => 0;

    /// <summary>Answers with this instead of scores.</summary>
    public string? Body { get; set; }

    public int Status { get; set; } = 200;

    /// <summary>Sends the headers and then nothing more.</summary>
    public bool Stalls { get; set; }

    public int Calls => Volatile.Read(ref calls);

    public IReadOnlyList<string> Violations => [.. violations];

    public static async Task<ScriptedReranker> StartAsync(string apiKey = "scripted-rerank-key")
    {
        var reranker = new ScriptedReranker(apiKey);
        await reranker.app.StartAsync();
        reranker.Address = new Uri(reranker.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return reranker;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http, string texts, params string[] others)
    {
        Interlocked.Increment(ref calls);
        if (http.Request.Headers.Authorization != $"Bearer {ApiKey}")
        {
            await RefuseAsync(http, 401, "no valid key");
            return;
        }
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        var names = body.EnumerateObject().Select(property => property.Name).Order();
        if (!names.SequenceEqual(others.Append("query").Append(texts).Order()))
            violations.Enqueue($"the request has {string.Join(", ", names)}");
        await AnswerAsync(http, texts == "texts", body.GetProperty("query").GetString()!, [.. body.GetProperty(texts).EnumerateArray().Select(text => text.GetString()!)]);
    }

    private async Task AnswerAsync(HttpContext http, bool isTei, string query, IReadOnlyList<string> texts)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json";
        if (Stalls)
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        // Best first, as the real ones answer, and not in the order of the texts.
        var ranked = texts.Select((text, index) => (index, score: Score(query, text))).OrderByDescending(entry => entry.score);
        await http.Response.WriteAsync(Body ?? (isTei
            ? JsonSerializer.Serialize(ranked.Select(entry => new { entry.index, entry.score }))
            : JsonSerializer.Serialize(new { id = "scripted", results = ranked.Select(entry => new { entry.index, relevance_score = entry.score }) })));
    }

    private async Task RefuseAsync(HttpContext http, int status, string violation)
    {
        violations.Enqueue(violation);
        http.Response.StatusCode = status;
        await http.Response.WriteAsync("{}");
    }
}
