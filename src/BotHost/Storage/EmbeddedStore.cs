using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Garnet in this process, reached through a socket in the data folder, so that the rest of the service sees a Redis server
/// either way.
/// <code>
/// store/{generation}/   one Garnet each; all but the marker's are left-overs
/// {store}:identity      hash: id, and sync, a counter that <see cref="DataFolderMarker"/> repeats; no lifetime
/// </code>
/// The counter is counted in the store first and in the marker when the disk has it, so a recovered store is never behind its
/// marker unless something was lost. Its snapshots are not used: Garnet has been seen to write ones that it could not read. A
/// log that has grown, or that a killed process may have left with half a transaction at its end, is replayed and what lives is
/// copied into a new generation.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const long RewriteAtStartBytes = 32L << 20;
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);
    private static readonly RedisKey Identity = "{store}:identity";

    private readonly DataFolder folder;
    private readonly TransactionGate gate;
    private readonly TimeSpan recoveryTimeout;
    private readonly SemaphoreSlim upkeep = new(1);
    private GarnetInstance garnet;
    private long syncedTail;

    private EmbeddedStore(DataFolder folder, TransactionGate gate, TimeSpan recoveryTimeout)
    {
        (this.folder, this.gate, this.recoveryTimeout) = (folder, gate, recoveryTimeout);
        Socket = SocketPath.In(folder);
        garnet = Start();
    }

    public string Socket { get; }

    public static EmbeddedStore Open(DataFolder folder, TransactionGate gate, TimeSpan recoveryTimeout) => new(folder, gate, recoveryTimeout);

    /// <summary>How much would have to be replayed at the next start.</summary>
    public async Task<long> LogBytesAsync()
    {
        var bytes = 0L;
        await AloneAsync(async () => bytes = await TailAsync());
        return bytes;
    }

    /// <summary>How much of that a rewrite left the last time.</summary>
    public long LiveBytes => folder.Marker.LiveBytes;

    /// <summary>
    /// Brings what was written onto the disk itself. Garnet hands its log to the operating system, which survives the end of the
    /// process but not of the power; called every second, this bounds what a power cut can cost.
    /// </summary>
    public Task SyncAsync() => AloneAsync(async () =>
    {
        if (await TailAsync() == syncedTail)
        {
            return;
        }

        var number = await garnet.Database.HashIncrementAsync(Identity, "sync").WaitAsync(AnswerTimeout);
        syncedTail = await TailAsync();
        garnet.Flush();
        folder.Mark(folder.Marker with { Sync = number });
    });

    /// <summary>
    /// Makes the log as small as what lives in it, in a new Garnet; so it is also what helps one that answers no more. The store
    /// is away meanwhile, a second or two: calls fail fast, and whoever made them makes them again. Throws a
    /// <see cref="StartupException"/> when there is no store afterwards.
    /// </summary>
    public Task RewriteAsync() => AloneAsync(() => gate.CloseAsync(() => Task.Run(async () =>
    {
        // One that has not ended might acknowledge what the copy lacks.
        if (!await garnet.EndAsync(EndTimeout))
            throw new StartupException(StorageTexts.StoreHangs(folder.Path));
        garnet = Rewrite();
    })));

    /// <summary>Bounded, whatever state Garnet is in: a folder that was not closed is read with more care by the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        var isSynced = await SucceedsAsync(() => SyncAsync().WaitAsync(CloseTimeout));
        if (await garnet.EndAsync(CloseTimeout) && isSynced)
        {
            await SucceedsAsync(MarkClosed);
        }

        SocketPath.Remove(Socket);
    }

    private Task<long> TailAsync() => garnet.TailAsync().WaitAsync(AnswerTimeout);

    private Task MarkClosed()
    {
        folder.Mark(folder.Marker with { IsClosed = true });
        return Task.CompletedTask;
    }

    private static async Task<bool> SucceedsAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private GarnetInstance Start()
    {
        RemoveOtherGenerations();
        if (folder.Marker.Store is null)
        {
            return Found();
        }

        return folder.Marker.IsClosed && LogFileBytes() < Math.Max(RewriteAtStartBytes, 2 * LiveBytes) ? Reopen() : Rewrite();
    }

    private GarnetInstance Found()
    {
        var id = Guid.NewGuid().ToString("n");
        var founded = StartGeneration(folder.Marker.Generation, Socket);
        founded.Database.HashSet(Identity, [new("id", id), new("sync", 0)]);
        founded.Flush();
        folder.Mark(folder.Marker with { Store = id });
        return founded;
    }

    private GarnetInstance Reopen()
    {
        var reopened = StartVerified(Socket);
        folder.Mark(folder.Marker with { IsClosed = false });
        return reopened;
    }

    private GarnetInstance Rewrite()
    {
        try
        {
            var renewed = CopyInto(folder.Marker.Generation + 1);
            RemoveOtherGenerations();
            return renewed;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException)
        {
            throw new StartupException(StorageTexts.RewriteFailed(folder.Path, exception.Message), exception);
        }
    }

    /// <summary>Only a whole copy may be found at the socket: half of one looks like a store from which much was deleted.</summary>
    private GarnetInstance CopyInto(int generation)
    {
        using var old = StartVerified(Socket + ".old");
        var renewed = StartGeneration(generation, Socket + ".new");
        try
        {
            StoreCopy.CopyAsync(old.Connection, renewed.Connection).WaitAsync(recoveryTimeout).GetAwaiter().GetResult();
            renewed.Flush();
            var live = renewed.TailAsync().GetAwaiter().GetResult();
            // Before anybody finds it: what is written into it counts from then on.
            folder.Mark(folder.Marker with { Generation = generation, LiveBytes = live, IsClosed = false });
            renewed.MoveTo(Socket);
            return renewed;
        }
        catch
        {
            renewed.Dispose();
            throw;
        }
    }

    private GarnetInstance StartVerified(string socket)
    {
        var started = StartGeneration(folder.Marker.Generation, socket);
        var found = started.Database.HashGetAll(Identity).ToDictionary();
        if (found.GetValueOrDefault("id") == folder.Marker.Store && (long)found.GetValueOrDefault("sync") >= folder.Marker.Sync)
        {
            return started;
        }

        started.Dispose();
        throw new StartupException(StorageTexts.StoreDamaged(folder.Path));
    }

    private GarnetInstance StartGeneration(int generation, string socket) =>
        GarnetInstance.Start(folder, folder.Generation(generation), socket, recoveryTimeout);

    private long LogFileBytes() => Directory.Exists(folder.Generation(folder.Marker.Generation))
        ? new DirectoryInfo(folder.Generation(folder.Marker.Generation)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
        : 0;

    /// <summary>What a rewrite that was cut short, or whose end was not tidied up, has left.</summary>
    private void RemoveOtherGenerations()
    {
        var current = folder.Generation(folder.Marker.Generation);
        foreach (var other in Directory.EnumerateDirectories(folder.Store).Where(directory => directory != current))
        {
            Directory.Delete(other, recursive: true);
        }
    }

    private async Task AloneAsync(Func<Task> work)
    {
        await upkeep.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            upkeep.Release();
        }
    }
}
