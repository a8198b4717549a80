using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Inbox;

/// <summary>A host with nothing but the storage, the inbox and a scripted handler.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly TempFolder temp = new();
    private readonly IHost host;

    public WorkerHost(string connectionString, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Directory"] = temp["data"],
            ["ConnectionStrings:Redis"] = connectionString,
            ["Inbox:FirstRetryDelay"] = "00:00:00.05",
            ["Inbox:PollInterval"] = "00:00:00.05",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddStorage();
        builder.AddInbox();
        builder.Services.AddMetrics().AddSingleton<IEntryHandler>(Handler);
        host = builder.Build();
        Outcomes = new OutcomeListener(host.Services.GetRequiredService<IMeterFactory>());
    }

    public ScriptedHandler Handler { get; } = new();

    public OutcomeListener Outcomes { get; }

    public EventInbox Inbox => host.Services.GetRequiredService<EventInbox>();

    /// <summary>How often the embedded store was written anew, and once more.</summary>
    public int Generation => host.Services.GetRequiredService<DataFolder>().Marker.Generation;

    public IDatabase Database => host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

    public Task StartAsync() => host.StartAsync();

    public Task StopAsync() => host.StopAsync();

    public async Task AcceptAsync(string id, string conversation = "oc_1", DateTimeOffset? createdAt = null, string? traceParent = null) =>
        (await Inbox.AcceptAsync(new InboxEntry(id, conversation, "{}", createdAt ?? DateTimeOffset.UtcNow, traceParent))).ShouldBeTrue();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        Outcomes.Dispose();
        await ((IAsyncDisposable)host).DisposeAsync();
        temp.Dispose();
    }
}

/// <summary>What the metrics say about finished attempts and about the inbox's depth.</summary>
internal sealed class OutcomeListener : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, int> counts = [];
    private readonly Dictionary<string, double> gauges = [];

    public OutcomeListener(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == BotTelemetry.Name && instrument.Meter.Scope == meters)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument.Name, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Record(instrument.Name, value, []));
        listener.Start();
    }

    public int this[string outcome]
    {
        get
        {
            lock (counts)
                return counts.GetValueOrDefault(outcome);
        }
    }

    public double Gauge(string name)
    {
        listener.RecordObservableInstruments();
        lock (counts)
            return gauges[name];
    }

    public void Dispose() => listener.Dispose();

    private void Record(string name, double value, KeyValuePair<string, object?>[] tags)
    {
        lock (counts)
        {
            if (tags is [{ Key: "outcome", Value: string outcome }] && name == "wenlu.inbox.entries")
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            else
                gauges[name] = value;
        }
    }
}
