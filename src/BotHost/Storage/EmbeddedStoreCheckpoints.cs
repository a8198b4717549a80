using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Storage;

/// <summary>Keeps the embedded store's folder and its next start small.</summary>
internal sealed partial class EmbeddedStoreCheckpoints(
    IServiceProvider services, IOptions<StorageOptions> options, DiskSpace disk, TimeProvider time, ILogger<EmbeddedStoreCheckpoints> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private const long NothingWorthSaving = 64 * 1024;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEmbedded)
            return;
        var store = services.GetRequiredService<EmbeddedStore>();
        var last = time.GetTimestamp();
        using var clock = new PeriodicTimer(LookEvery, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            if (await IsDueAsync(store, time.GetElapsedTime(last)) && await TryCheckpointAsync(store))
                last = time.GetTimestamp();
        }
    }

    private async Task<bool> IsDueAsync(EmbeddedStore store, TimeSpan sinceLast)
    {
        if (!disk.IsEnough)
            return false;
        var bytes = await store.LogBytesAsync();
        return bytes > options.Value.CheckpointMegabytes * 1024L * 1024
            || (bytes > NothingWorthSaving && sinceLast > options.Value.CheckpointInterval);
    }

    private async Task<bool> TryCheckpointAsync(EmbeddedStore store)
    {
        try
        {
            var started = time.GetTimestamp();
            await store.CheckpointAsync();
            Log.Checkpointed(logger, time.GetElapsedTime(started).TotalMilliseconds);
            return true;
        }
        catch (Exception exception) when (exception is StackExchange.Redis.RedisException or TimeoutException or IOException)
        {
            Log.CheckpointFailed(logger, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Checkpointed the embedded store in {Milliseconds:0} ms.")]
        public static partial void Checkpointed(ILogger logger, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "A checkpoint of the embedded store failed; nothing is lost, but its folder grows. It is tried again.")]
        public static partial void CheckpointFailed(ILogger logger, Exception exception);
    }
}
