using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>A running host that the tests of a class share; each test uses ids of its own.</summary>
public interface IKnowledgeFixture
{
    internal KnowledgeHost Host { get; }
}

public sealed class KnowledgeOnEmbeddedStore : IKnowledgeFixture, IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private KnowledgeHost? host;

    KnowledgeHost IKnowledgeFixture.Host => host!;

    public async Task InitializeAsync() => host = await KnowledgeHost.StartAsync(folder["data"], null);

    public Task DisposeAsync() => host!.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();
}

public sealed class KnowledgeOnRedis : IKnowledgeFixture, IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RedisServer server = RedisServer.Start();
    private KnowledgeHost? host;

    KnowledgeHost IKnowledgeFixture.Host => host!;

    public async Task InitializeAsync() => host = await KnowledgeHost.StartAsync(folder["data"], server.ConnectionString);

    public Task DisposeAsync() => host!.DisposeAsync().AsTask();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }
}
