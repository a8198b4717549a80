using System.Globalization;
using System.Net.Sockets;
using Garnet;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Garnet in this process, reached through a socket in the data folder, so that the rest of the service sees a Redis server
/// either way.
/// <code>
/// {store}:identity   hash: id, checkpoint and sync (counters); no lifetime, <see cref="DataFolderMarker"/> repeats them
/// </code>
/// Both counters are counted in the store first and in the marker when the disk has it, so a recovered store is never behind
/// its marker unless something was lost.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const long EmptyLogBytes = 64;
    private static readonly TimeSpan TidyingTimeout = TimeSpan.FromSeconds(3);
    private static readonly RedisKey Identity = "{store}:identity";
    private readonly DataFolder folder;
    private readonly GarnetServer server;
    private readonly IConnectionMultiplexer own;
    private readonly SemaphoreSlim upkeep = new(1);
    private long syncedTail;

    private EmbeddedStore(DataFolder folder, string socket, GarnetServer server)
    {
        this.folder = folder;
        this.server = server;
        Socket = socket;
        own = StoreConnection.ForUpkeep(socket);
    }

    public string Socket { get; }

    public static EmbeddedStore Open(DataFolder folder, TimeSpan recoveryTimeout)
    {
        var socket = SocketPath.In(folder);
        // Before it starts, because starting tidies them up.
        var isCheckpointWhole = CheckpointFiles.Match(folder.Store, folder.Marker.CheckpointFiles);
        var store = new EmbeddedStore(folder, socket, Start(folder, socket, recoveryTimeout));
        try
        {
            store.Verify(isCheckpointWhole);
            return store;
        }
        catch
        {
            store.Close();
            throw;
        }
    }

    /// <summary>How much would have to be replayed at the next start.</summary>
    public async Task<long> LogBytesAsync()
    {
        var (begin, tail) = await LogAsync();
        return tail - begin;
    }

    /// <summary>
    /// Brings what was written onto the disk itself. Garnet hands its log to the operating system, which survives the end of the
    /// process but not of the power; called every second, this bounds what a power cut can cost.
    /// </summary>
    public Task SyncAsync() => AloneAsync(async () =>
    {
        if ((await LogAsync()).Tail == syncedTail)
            return;
        var number = await own.GetDatabase().HashIncrementAsync(Identity, "sync");
        syncedTail = (await LogAsync()).Tail;
        FlushFiles();
        folder.Mark(folder.Marker with { Sync = number });
    });

    /// <summary>Writes everything into a snapshot and frees the append-only file before it.</summary>
    public Task CheckpointAsync() => AloneAsync(async () =>
    {
        var number = await own.GetDatabase().HashIncrementAsync(Identity, "checkpoint");
        await own.GetServers()[0].ExecuteAsync("SAVE");
        FlushFiles();
        folder.Mark(folder.Marker with { Checkpoint = number, CheckpointFiles = CheckpointFiles.Digest(folder.Store) });
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            await CheckpointUnlessEmptyAsync().WaitAsync(TidyingTimeout);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or IOException)
        {
            // Only the next start takes longer: what was acknowledged is in the log.
        }

        Close();
    }

    private static GarnetServer Start(DataFolder folder, string socket, TimeSpan recoveryTimeout)
    {
        try
        {
            return Task.Run(() => Start(folder.Store, socket)).WaitAsync(recoveryTimeout).GetAwaiter().GetResult();
        }
        catch (TimeoutException exception)
        {
            throw new StartupException(StorageTexts.RecoveryTooSlow(folder.Path, recoveryTimeout), exception);
        }
        catch (Exception exception) when (exception is SocketException or UnauthorizedAccessException)
        {
            throw new StartupException(StorageTexts.FolderUnusable(folder.Path, exception.Message), exception);
        }
        catch (Exception exception)
        {
            throw new StartupException(StorageTexts.StoreDamaged(folder.Path), exception);
        }
    }

    private static GarnetServer Start(string directory, string socket)
    {
        var server = new GarnetServer(GarnetSettings.For(directory, socket));
        server.Start();
        return server;
    }

    private void Verify(bool isCheckpointWhole)
    {
        var found = own.GetDatabase().HashGetAll(Identity).ToDictionary();
        if (folder.Marker.Store is null)
            Found();
        else if (!IsWhole(found, isCheckpointWhole))
            throw new StartupException(StorageTexts.StoreDamaged(folder.Path));
        else
            CheckpointUnlessEmptyAsync().GetAwaiter().GetResult();
    }

    /// <summary>
    /// A process that died while it took a checkpoint has left one that the marker does not know; then the digests cannot match.
    /// </summary>
    private bool IsWhole(Dictionary<RedisValue, RedisValue> found, bool isCheckpointWhole)
    {
        var (marker, checkpoint) = (folder.Marker, (long)found.GetValueOrDefault("checkpoint"));
        return found.GetValueOrDefault("id") == marker.Store
            && (long)found.GetValueOrDefault("sync") >= marker.Sync
            && (checkpoint > marker.Checkpoint || (checkpoint == marker.Checkpoint && isCheckpointWhole));
    }

    private void Found()
    {
        var id = Guid.NewGuid().ToString("n");
        own.GetDatabase().HashSet(Identity, [new("id", id), new("checkpoint", 0), new("sync", 0)]);
        FlushFiles();
        folder.Mark(folder.Marker with { Store = id });
    }

    /// <summary>
    /// A killed process may leave half a transaction at the log's end. Garnet skips it once, but not when another one follows it:
    /// so the log is emptied before anybody writes.
    /// </summary>
    private async Task CheckpointUnlessEmptyAsync()
    {
        if (await LogBytesAsync() > EmptyLogBytes)
            await CheckpointAsync();
    }

    private async Task<(long Begin, long Tail)> LogAsync()
    {
        var facts = (await own.GetServers()[0].InfoAsync("PERSISTENCE")).SelectMany(section => section).ToDictionary();
        return (Number("BeginAddress"), Number("TailAddress"));

        long Number(string fact) => long.Parse(facts[fact], CultureInfo.InvariantCulture);
    }

    private void FlushFiles()
    {
        foreach (var file in Directory.EnumerateFiles(folder.Store, "*", SearchOption.AllDirectories).Where(file => file != Socket))
            Flush(file);
    }

    private static void Flush(string file)
    {
        try
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (FileNotFoundException)
        {
            // Garnet replaced it meanwhile.
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

    private void Close()
    {
        own.Dispose();
        server.Dispose();
        SocketPath.Remove(Socket);
        upkeep.Dispose();
    }
}
