using System.Diagnostics.Metrics;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>Reads the inbox's depth now and then, because an instrument must not wait for the store.</summary>
internal sealed class InboxGauges : BackgroundService
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);
    private readonly EventInbox inbox;
    private readonly TimeProvider time;
    private InboxDepth depth = new(0, null, 0);

    public InboxGauges(EventInbox inbox, IMeterFactory meters, TimeProvider time)
    {
        this.inbox = inbox;
        this.time = time;
        var meter = BotTelemetry.CreateMeter(meters);
        meter.CreateObservableGauge("wenlu.inbox.pending", () => depth.Pending, description: "Entries that wait or are being handled.");
        meter.CreateObservableGauge("wenlu.inbox.parked", () => depth.Parked, description: "Entries that were given up and are kept for the operator.");
        meter.CreateObservableGauge("wenlu.inbox.oldest.age", () => OldestAge().TotalSeconds, "s", "How long the oldest entry has been waiting.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(ReadEvery, time);
        do
            await TryReadAsync();
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryReadAsync()
    {
        try
        {
            depth = await inbox.ReadDepthAsync();
        }
        catch (StoreUnavailableException)
        {
            // The last known depth stays; readiness tells about the store.
        }
    }

    private TimeSpan OldestAge() => depth.OldestAcceptedAt is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
}
