using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>The knowledge feature alone, behind a real server on a free port.</summary>
internal sealed class KnowledgeHost : IAsyncDisposable
{
    public const string AliceKey = "alice-key-0123456789";
    public const string BobKey = "bob-key-0123456789ab";

    private readonly WebApplication app;

    private KnowledgeHost(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single());
        Editor = ClientWith(AliceKey);
        Visitor = ClientWith(null);
    }

    public Uri Address { get; }

    public HttpClient Editor { get; }

    public HttpClient Visitor { get; }

    public KnowledgeStore Store => app.Services.GetRequiredService<KnowledgeStore>();

    public KnowledgeIndex Index => app.Services.GetRequiredService<KnowledgeIndex>();

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<HealthStatus> HealthAsync() => (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["knowledge"].Status;

    public LogLines Logs => app.Services.GetRequiredService<LogLines>();

    public static async Task<KnowledgeHost> StartAsync(string dataFolder, string? redis, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<LogLines>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(dataFolder, redis, settings));
        builder.AddStorage();
        builder.AddLlm();
        builder.AddKnowledge();
        var app = builder.Build();
        app.MapKnowledge();
        app.MapOpenApi();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(app);
    }

    public HttpClient ClientWith(string? key)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        Visitor.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(string dataFolder, string? redis, (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Storage:Directory"] = dataFolder,
            ["Storage:MinimumFreeMegabytes"] = "16",
            ["ConnectionStrings:Redis"] = redis,
            ["Knowledge:Seed"] = "",
            ["Knowledge:Editors:alice"] = AliceKey,
            ["Knowledge:Editors:bob"] = BobKey,
        };
        foreach (var (key, value) in settings)
            values[key] = value;
        foreach (var unset in values.Where(setting => setting.Value is null).Select(setting => setting.Key).ToList())
            values.Remove(unset);
        return values;
    }
}

/// <summary>Remembers what was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
