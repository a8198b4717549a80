using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Brings the embedded store's writes onto the disk every second, and rewrites it when it has grown, so that its folder and its next start stay small.
/// </summary>
internal sealed partial class EmbeddedStoreUpkeep(
    IServiceProvider services, IOptions<StorageOptions> options, DiskSpace disk, TimeProvider time, ILogger<EmbeddedStoreUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A rewrite waits for a pause in the work, but not for ever.</summary>
    private const int Overdue = 4;

    private long lastTail;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEmbedded)
            return;

        // Not a parameter: with a Redis server there must be no embedded store.
        var store = services.GetRequiredService<EmbeddedStore>();
        using var clock = new PeriodicTimer(Interval, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            if (disk.IsEnough)
                await TryKeepUpAsync(store);
        }
    }

    private async Task TryKeepUpAsync(EmbeddedStore store)
    {
        try
        {
            await store.SyncAsync();
            await RewriteWhenDueAsync(store);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException)
        {
            Log.Failed(logger, exception);
        }
    }

    private async Task RewriteWhenDueAsync(EmbeddedStore store)
    {
        var (tail, limit) = (await store.LogBytesAsync(), store.LiveBytes + Math.Max(store.LiveBytes, options.Value.RewriteMegabytes * 1024L * 1024));
        var isQuiet = tail == lastTail;
        lastTail = tail;
        if (tail < limit || (!isQuiet && tail < limit * Overdue))
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
    }
}
