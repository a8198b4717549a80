using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Whether the embedded store's disk has room. Garnet neither fails nor answers on a full disk, so writes are refused
/// before that. A disk can fill within a second, so whoever is about to write measures, if nobody did just before; a
/// measurement takes a microsecond.
/// </summary>
internal sealed partial class DiskSpace(
    DataFolder folder, IOptions<StorageOptions> options, TimeProvider time, ILogger<DiskSpace> logger, Func<string, long>? measureFree = null)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(100);

    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private readonly Func<string, long> measureFree = measureFree ?? (path => new DriveInfo(path).AvailableFreeSpace);
    private readonly Lock measuring = new();
    private long measuredAt = long.MinValue;
    private bool enough = true;

    /// <summary>A Redis server looks after its own disk and says so when it is full.</summary>
    private bool IsOurs => options.Value.IsEmbedded;

    public bool IsEnough
    {
        get
        {
            lock (measuring)
                return !IsOurs || (IsFresh ? enough : Measure());
        }
    }

    /// <summary>No space left, or the user's quota is used up.</summary>
    public static bool IsExhausted(IOException exception) => exception.HResult is NoSpaceLeft or QuotaExceeded or WindowsDiskFull;

    /// <summary>Whether this much more could be written before writes are refused.</summary>
    public bool HasRoomFor(long bytes) => !IsOurs || FreeMegabytes() >= options.Value.MinimumFreeMegabytes + bytes / (1024 * 1024);

    public void EnsureEnough()
    {
        if (!IsEnough)
            throw new StoreUnavailableException("The disk of the embedded store is full.");
    }

    public void EnsureEnoughToStart()
    {
        if (!IsEnough)
            throw new StartupException(StorageTexts.DiskFull(folder.Path, FreeMegabytes(), options.Value.MinimumFreeMegabytes));
    }

    private bool IsFresh => measuredAt != long.MinValue && time.GetElapsedTime(measuredAt) < Freshness;

    private bool Measure()
    {
        var free = FreeMegabytes();
        var wasEnough = enough;
        measuredAt = time.GetTimestamp();
        enough = free >= options.Value.MinimumFreeMegabytes;
        if (wasEnough && !enough)
            Log.DiskFull(logger, folder.Path, free, options.Value.MinimumFreeMegabytes);
        else if (!wasEnough && enough)
            Log.RoomAgain(logger, free);
        return enough;
    }

    private long FreeMegabytes() => measureFree(folder.Path) / (1024 * 1024);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The disk of {Folder} has {Free} MB left, less than Storage:MinimumFreeMegabytes ({Minimum}). Events are refused (503) and will be sent again; free some space, the service goes on by itself.")]
        public static partial void DiskFull(ILogger logger, string folder, long free, int minimum);

        [LoggerMessage(2, LogLevel.Information, "The disk has {Free} MB again; writes are accepted.")]
        public static partial void RoomAgain(ILogger logger, long free);
    }
}
