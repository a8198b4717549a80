using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Brings the embedded store's writes onto the disk every second, rewrites it when it has grown, so that its folder and its next
/// start stay small, and restarts it when it answers no more: Garnet does not recover from a write that the disk refused.
/// </summary>
internal sealed partial class EmbeddedStoreUpkeep(
    IServiceProvider services, IOptions<StorageOptions> options, DiskSpace disk, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<EmbeddedStoreUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>With room on the disk, a store that is only slow answers within this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>A rewrite waits for a pause in the work, but not for ever.</summary>
    private const int Overdue = 4;

    private long lastTail;
    private long? silentSince;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEmbedded)
            return;

        // Not a parameter: with a Redis server there must be no embedded store.
        var store = services.GetRequiredService<EmbeddedStore>();
        using var clock = new PeriodicTimer(Interval, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            // The end of the host waits for none of this; the store's own end does, for as long as it may.
            await KeepUpOrStopAsync(store).WaitAsync(stoppingToken);
        }
    }

    private async Task KeepUpOrStopAsync(EmbeddedStore store)
    {
        try
        {
            if (disk.IsEnough)
                await TryKeepUpAsync(store);
            else
                silentSince = null;
        }
        catch (StartupException exception)
        {
            Log.Lost(logger, exception.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task TryKeepUpAsync(EmbeddedStore store)
    {
        try
        {
            await store.SyncAsync();
            silentSince = null;
            await RewriteWhenDueAsync(store);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException)
        {
            await RestartWhenSilentAsync(store, exception);
        }
    }

    private async Task RestartWhenSilentAsync(EmbeddedStore store, Exception exception)
    {
        if (silentSince is null)
            Log.Failed(logger, exception);
        silentSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(silentSince.Value) < Patience)
            return;
        Log.Restarting(logger);
        await store.RewriteAsync();
        silentSince = null;
        Log.Restarted(logger);
    }

    private async Task RewriteWhenDueAsync(EmbeddedStore store)
    {
        var (tail, limit) = (await store.LogBytesAsync(), store.LiveBytes + Math.Max(store.LiveBytes, options.Value.RewriteMegabytes * 1024L * 1024));
        var isQuiet = tail == lastTail;
        lastTail = tail;
        if (tail < limit || (!isQuiet && tail < limit * Overdue) || !disk.HasRoomFor(tail))
            return;
        var started = time.GetTimestamp();
        await store.RewriteAsync();
        Log.Rewritten(logger, tail >> 20, await store.LogBytesAsync() >> 20, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Rewrote the embedded store from {Before} to {After} MB in {Milliseconds:0} ms.")]
        public static partial void Rewritten(ILogger logger, long before, long after, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "The embedded store could not be synced or rewritten; what it acknowledged is kept, and this is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "The embedded store does not answer; it is restarted from its log. Events are refused (503) meanwhile and will be sent again.")]
        public static partial void Restarting(ILogger logger);

        [LoggerMessage(4, LogLevel.Information, "The embedded store is back.")]
        public static partial void Restarted(ILogger logger);

        [LoggerMessage(5, LogLevel.Critical, "The service stops. {Sentence}")]
        public static partial void Lost(ILogger logger, string sentence);
    }
}
