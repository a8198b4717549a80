using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events;

/// <summary>The two routes on a real server, with an inbox and a card handler that only remember.</summary>
internal sealed class EventHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly MeterListener meters = new();
    private readonly HashSet<string> ids = [];

    private EventHost(FeishuPlatformOptions platform, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.Services.AddSingleton<BotMetrics>().AddSingleton(TimeProvider.System).AddSingleton<ICardActionHandler>(Clicks).AddSingleton<IEventObserver>(Observer);
        builder.AddEvents();
        builder.Services.AddSingleton<AcceptEntry>(AcceptAsync);
        app = builder.Build();
        app.MapEvents();
        App = platform;
        Count();
    }

    public FeishuPlatformOptions App { get; }

    public ConcurrentQueue<InboxEntry> Accepted { get; } = [];

    public RememberedClicks Clicks { get; } = new();

    public RememberedEvents Observer { get; } = new();

    public RememberedLogs Logs { get; } = new();

    public ConcurrentQueue<string> Counted { get; } = [];

    public bool StoreIsDown { get; set; }

    public FeishuDelivery Delivery { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<EventHost> StartAsync(FeishuPlatformOptions? platform = null, Action<Dictionary<string, string?>>? change = null)
    {
        platform ??= new FeishuPlatformOptions();
        var settings = new Dictionary<string, string?>
        {
            ["Feishu:AppId"] = platform.AppId,
            ["Feishu:AppSecret"] = platform.AppSecret,
            ["Feishu:EncryptKey"] = platform.EncryptKey,
            ["Feishu:VerificationToken"] = platform.VerificationToken,
        };
        change?.Invoke(settings);
        var host = new EventHost(platform, settings);
        await host.app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(host.app.Urls.First()) };
        host.Delivery = new FeishuDelivery(host.Client, platform);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        meters.Dispose();
        Delivery.Dispose();
        await app.DisposeAsync();
    }

    private Task<bool> AcceptAsync(InboxEntry entry)
    {
        if (StoreIsDown) throw new RedisException("no store");
        lock (ids)
        {
            if (!ids.Add(entry.Id)) return Task.FromResult(false);
        }

        Accepted.Enqueue(entry);
        return Task.FromResult(true);
    }

    private void Count()
    {
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        var own = BotTelemetry.CreateMeter(factory);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, own)) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            Counted.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        meters.Start();
    }
}

internal sealed class RememberedClicks : ICardActionHandler
{
    public ConcurrentQueue<CardAction> Seen { get; } = [];

    public Func<CancellationToken, Task<CardActionReply>> Answer { get; set; } =
        _ => Task.FromResult(new CardActionReply("success", new Bilingual("感谢反馈", "Thanks")));

    public Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken)
    {
        Seen.Enqueue(action);
        return Answer(cancellationToken);
    }
}

internal sealed class RememberedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = [];

    public string All => string.Join('\n', lines.Select(line => line.Text));

    public string Warnings => string.Join('\n', lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Logger(lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}

internal sealed class RememberedEvents : IEventObserver
{
    public ConcurrentQueue<Incoming> Seen { get; } = [];

    public bool Fails { get; set; }

    public Task ObserveAsync(Incoming incoming)
    {
        if (Fails) throw new RedisException("no store");
        Seen.Enqueue(incoming);
        return Task.CompletedTask;
    }
}
