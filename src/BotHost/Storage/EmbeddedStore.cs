using System.Globalization;
using Garnet;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Garnet in this process, reached through a socket in the data folder, so that the rest of the service sees a Redis server
/// either way.
/// <code>
/// {store}:identity   hash: id, checkpoint (number of the newest checkpoint begun); no lifetime, the folder's marker repeats it
/// </code>
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private static readonly RedisKey Identity = "{store}:identity";
    private readonly DataFolder folder;
    private readonly GarnetServer server;
    private readonly IConnectionMultiplexer own;
    private readonly SemaphoreSlim checkpointing = new(1);

    private EmbeddedStore(DataFolder folder, string socket, GarnetServer server)
    {
        this.folder = folder;
        this.server = server;
        Socket = socket;
        own = StoreConnection.ToSocket(socket, patience: TimeSpan.FromMinutes(5));
    }

    public string Socket { get; }

    public static EmbeddedStore Open(DataFolder folder, TimeSpan recoveryTimeout)
    {
        var socket = SocketPath.In(folder);
        var store = new EmbeddedStore(folder, socket, Start(folder, socket, recoveryTimeout));
        try
        {
            store.CheckIdentity();
            return store;
        }
        catch
        {
            store.Abandon();
            throw;
        }
    }

    /// <summary>How much would have to be replayed at the next start.</summary>
    public async Task<long> LogBytesAsync()
    {
        var persistence = (await own.GetServers()[0].InfoAsync("PERSISTENCE")).SelectMany(section => section).ToDictionary();
        return long.Parse(persistence["TailAddress"], CultureInfo.InvariantCulture)
            - long.Parse(persistence["BeginAddress"], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Writes everything into a snapshot and frees the append-only file before it. The store counts the checkpoint before it is
    /// taken and the marker afterwards, so a store recovered from an older one is behind its marker.
    /// </summary>
    public async Task CheckpointAsync()
    {
        await checkpointing.WaitAsync();
        try
        {
            var number = await own.GetDatabase().HashIncrementAsync(Identity, "checkpoint");
            await own.GetServers()[0].ExecuteAsync("SAVE");
            folder.Mark(folder.Marker with { Checkpoint = number });
        }
        finally
        {
            checkpointing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await own.DisposeAsync();
        server.Dispose();
        SocketPath.Remove(Socket);
        checkpointing.Dispose();
    }

    private static GarnetServer Start(DataFolder folder, string socket, TimeSpan recoveryTimeout)
    {
        var starting = Task.Run(() =>
        {
            var server = new GarnetServer(GarnetSettings.For(folder.Store, socket));
            server.Start();
            return server;
        });
        try
        {
            return starting.WaitAsync(recoveryTimeout).GetAwaiter().GetResult();
        }
        catch (TimeoutException exception)
        {
            throw new StartupException(StorageTexts.RecoveryTooSlow(folder.Path, recoveryTimeout), exception);
        }
        catch (Exception exception)
        {
            throw new StartupException(StorageTexts.StoreDamaged(folder.Path), exception);
        }
    }

    private void CheckIdentity()
    {
        var found = own.GetDatabase().HashGetAll(Identity).ToDictionary();
        if (folder.Marker.Store is null)
            Found();
        else if (found.GetValueOrDefault("id") != folder.Marker.Store || (long)found.GetValueOrDefault("checkpoint") < folder.Marker.Checkpoint)
            throw new StartupException(StorageTexts.StoreDamaged(folder.Path));
    }

    private void Found()
    {
        var id = Guid.NewGuid().ToString("n");
        own.GetDatabase().HashSet(Identity, [new("id", id), new("checkpoint", 0)]);
        folder.Mark(folder.Marker with { Store = id });
    }

    private void Abandon() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
