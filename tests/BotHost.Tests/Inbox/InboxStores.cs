using StackExchange.Redis;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Inbox;

/// <summary>A store to run the inbox's conformance suite on, empty for every test.</summary>
public abstract class InboxStore : IDisposable
{
    internal abstract bool IsEmbedded { get; }

    internal IConnectionMultiplexer Connection { get; private protected set; } = null!;

    internal abstract IConnectionMultiplexer Connect();

    internal void Clear()
    {
        var server = Connection.GetServers()[0];
        foreach (var key in server.Keys(pattern: "{inbox}:*").ToList())
            Connection.GetDatabase().KeyDelete(key);
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    private protected abstract void Close();
}

public sealed class EmbeddedInboxStore : InboxStore
{
    private readonly TempFolder temp = new();
    private readonly DataFolder folder;
    private readonly EmbeddedStore store;

    public EmbeddedInboxStore()
    {
        folder = DataFolder.Open(temp["data"]);
        store = EmbeddedStore.Open(folder, new TransactionGate(), TimeSpan.FromMinutes(1));
        Connection = Connect();
    }

    internal override bool IsEmbedded => true;

    internal override IConnectionMultiplexer Connect() => StoreConnection.ToSocket(store.Socket);

    private protected override void Close()
    {
        Connection.Dispose();
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
        temp.Dispose();
    }
}

public sealed class RedisInboxStore : InboxStore
{
    private readonly RedisServer server = RedisServer.Start();

    public RedisInboxStore() => Connection = Connect();

    internal override bool IsEmbedded => false;

    internal override IConnectionMultiplexer Connect() => StoreConnection.ToServer(server.ConnectionString);

    private protected override void Close()
    {
        Connection.Dispose();
        server.Dispose();
    }
}
