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

/// <summary>
/// A chat model over real HTTP that does what it is told, in the dialects of OpenAI and of Azure, classic and v1. It is
/// strict: what a real service would reject, or what we never want to send, is kept in <see cref="Violations"/>.
/// </summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    // Reasoning models refuse the first and cut their answer short by the others.
    private static readonly string[] UnwantedParameters = ["temperature", "max_tokens", "max_completion_tokens"];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelReply> script = new();
    private readonly ConcurrentQueue<ModelRequest> requests = new();
    private readonly ConcurrentQueue<string> violations = new();
    private int abandoned;

    private ScriptedModel(string apiKey)
    {
        ApiKey = apiKey;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/v1/chat/completions", http => ReceiveAsync(http, ModelDialect.OpenAI, null));
        app.MapPost("/openai/v1/chat/completions", http => ReceiveAsync(http, ModelDialect.AzureVersion1, null));
        app.MapPost(
            "/openai/deployments/{deployment}/chat/completions",
            http => ReceiveAsync(http, ModelDialect.AzureClassic, http.Request.RouteValues["deployment"]?.ToString()));
        app.MapPost("/v1/embeddings", http => EmbedAsync(http, ModelDialect.OpenAI, null));
        app.MapPost("/openai/v1/embeddings", http => EmbedAsync(http, ModelDialect.AzureVersion1, null));
        app.MapPost(
            "/openai/deployments/{deployment}/embeddings",
            http => EmbedAsync(http, ModelDialect.AzureClassic, http.Request.RouteValues["deployment"]?.ToString()));
        app.MapFallback(http => RejectAsync(http, 404, $"unexpected call {http.Request.Method} {http.Request.Path}"));
    }

    public string ApiKey { get; }

    /// <summary>What a bot is started with to have its answers written here.</summary>
    public IEnumerable<string> Settings =>
    [
        "--Llm:Provider=OpenAI",
        $"--Llm:Endpoint={EndpointFor(ModelDialect.OpenAI)}",
        $"--Llm:ApiKey={ApiKey}",
        "--Llm:ChatModel=scripted",
    ];

    public Uri Address { get; private set; } = null!;

    /// <summary>What it does once the script is used up; by default it fails, and says so among the violations.</summary>
    public Func<ModelRequest, ModelReply>? Otherwise { get; set; }

    /// <summary>Off: a request with a picture is refused with 400, as by a model that reads text alone.</summary>
    public bool TakesPictures { get; set; } = true;

    /// <summary>Its embedding models; without any, a call for a vector is a violation.</summary>
    public ScriptedEmbeddings? Embeddings { get; set; }

    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public IReadOnlyList<string> Violations => [.. violations];

    /// <summary>Replies that nobody waited for to the end.</summary>
    public int Abandoned => Volatile.Read(ref abandoned);

    public static async Task<ScriptedModel> StartAsync(string apiKey = "scripted-model-key")
    {
        var model = new ScriptedModel(apiKey);
        await model.app.StartAsync();
        var addresses = model.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        model.Address = new Uri(addresses.Addresses.Single());
        return model;
    }

    /// <summary>The endpoint setting for a dialect.</summary>
    public Uri EndpointFor(ModelDialect dialect) => dialect switch
    {
        ModelDialect.OpenAI => new Uri(Address, "/v1/"),
        ModelDialect.AzureVersion1 => new Uri(Address, "/openai/v1/"),
        _ => Address,
    };

    /// <summary>Adds to the script: each request takes the next reply.</summary>
    public ScriptedModel Then(params ModelReply[] replies)
    {
        foreach (var reply in replies)
            script.Enqueue(reply);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        // A stalled reply would hold a graceful stop up.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http, ModelDialect dialect, string? deployment)
    {
        if (!HasKey(http.Request, dialect))
        {
            await RejectAsync(http, 401, $"no valid key in a {dialect} call");
            return;
        }

        var request = await ReadAsync(http, dialect, deployment);
        requests.Enqueue(request);
        Inspect(http, request);
        await ReplyAsync(http, request, NextReply(request));
    }

    private async Task EmbedAsync(HttpContext http, ModelDialect dialect, string? deployment)
    {
        if (!HasKey(http.Request, dialect))
            await RejectAsync(http, 401, $"no valid key in a {dialect} call for vectors");
        else if (Embeddings is null)
            await RejectAsync(http, 404, "a call for vectors, and there is no embedding model");
        else
            await Embeddings.ReplyAsync(http, deployment);
    }

    private bool HasKey(HttpRequest request, ModelDialect dialect) => dialect == ModelDialect.OpenAI
        ? request.Headers.Authorization == $"Bearer {ApiKey}"
        : request.Headers["api-key"] == ApiKey;

    private static async Task<ModelRequest> ReadAsync(HttpContext http, ModelDialect dialect, string? deployment)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        var messages = body.GetProperty("messages").EnumerateArray()
            .Select(message => new ModelMessage(message.GetProperty("role").GetString()!, TextOf(message.GetProperty("content"))) { Pictures = PicturesIn(message.GetProperty("content")) });
        return new(
            dialect,
            deployment ?? body.GetProperty("model").GetString()!,
            body.TryGetProperty("stream", out var stream) && stream.GetBoolean(),
            [.. messages],
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body,
            DateTimeOffset.UtcNow);
    }

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(Parts(content, "text").Select(part => part.GetProperty("text").GetString()));

    /// <summary>Every picture as the data address it was sent as.</summary>
    private static IReadOnlyList<string> PicturesIn(JsonElement content) =>
        [.. Parts(content, "image_url").Select(part => part.GetProperty("image_url").GetProperty("url").GetString()!)];

    private static IEnumerable<JsonElement> Parts(JsonElement content, string type) => content.ValueKind == JsonValueKind.Array
        ? content.EnumerateArray().Where(part => part.GetProperty("type").GetString() == type)
        : [];

    private void Inspect(HttpContext http, ModelRequest request)
    {
        foreach (var parameter in UnwantedParameters.Where(name => request.Body.TryGetProperty(name, out _)))
            violations.Enqueue($"the parameter {parameter} was sent");
        if (request.Dialect == ModelDialect.AzureClassic && !http.Request.Query.ContainsKey("api-version"))
            violations.Enqueue("no api-version in a classic Azure call");
        if (request.Messages.Count == 0 || request.Messages[0].Role != "system")
            violations.Enqueue("the first message is not the system's");
    }

    private ModelReply NextReply(ModelRequest request)
    {
        if (request.Pictures.Any(picture => !picture.StartsWith("data:image/", StringComparison.Ordinal)))
            violations.Enqueue("a picture that is no data address");
        if (!TakesPictures && request.Pictures.Count > 0)
            return ModelReply.Fails(400);
        if (script.TryDequeue(out var reply))
            return reply;
        if (Otherwise is not null)
            return Otherwise(request);
        violations.Enqueue("a call that the script does not know");
        return ModelReply.Fails(400);
    }

    private async Task ReplyAsync(HttpContext http, ModelRequest request, ModelReply reply)
    {
        if (reply.ExpectsStream is { } expected && expected != request.Stream)
            violations.Enqueue($"stream was {request.Stream}, the script expects {expected}");
        try
        {
            await (reply.Status != 200 ? CompletionWriter.WriteErrorAsync(http, reply)
                : request.Stream ? CompletionWriter.WriteStreamAsync(http, reply, request.Model)
                : CompletionWriter.WriteWholeAsync(http, reply, request.Model));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client hung up, as it does on a stalled reply.
            Interlocked.Increment(ref abandoned);
        }
    }

    private async Task RejectAsync(HttpContext http, int status, string violation)
    {
        violations.Enqueue(violation);
        await CompletionWriter.WriteErrorAsync(http, ModelReply.Fails(status));
    }
}
