using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Brings the embedded store's writes onto the disk every second, and checkpoints it so that its folder and its next start stay small.
/// </summary>
internal sealed partial class EmbeddedStoreUpkeep(
    IServiceProvider services, IOptions<StorageOptions> options, DiskSpace disk, TimeProvider time, ILogger<EmbeddedStoreUpkeep> logger)
    : BackgroundService
{
    private const long WorthCheckpointing = 64 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private long lastCheckpoint;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEmbedded)
            return;

        // Not a parameter: with a Redis server there must be no embedded store.
        var store = services.GetRequiredService<EmbeddedStore>();
        lastCheckpoint = time.GetTimestamp();
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
            if (IsDue(await store.LogBytesAsync()))
                await CheckpointAsync(store);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException)
        {
            Log.Failed(logger, exception);
        }
    }

    private bool IsDue(long logBytes) => logBytes > options.Value.CheckpointMegabytes * 1024L * 1024
        || (logBytes > WorthCheckpointing && time.GetElapsedTime(lastCheckpoint) > options.Value.CheckpointInterval);

    private async Task CheckpointAsync(EmbeddedStore store)
    {
        var started = time.GetTimestamp();
        await store.CheckpointAsync();
        lastCheckpoint = time.GetTimestamp();
        Log.Checkpointed(logger, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Checkpointed the embedded store in {Milliseconds:0} ms.")]
        public static partial void Checkpointed(ILogger logger, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "The embedded store could not be synced or checkpointed; what it acknowledged is kept, and this is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
