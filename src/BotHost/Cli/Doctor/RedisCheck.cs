using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>The Redis server of the settings: reachable, new enough, and not one that forgets.</summary>
internal sealed class RedisCheck(IOptions<StorageOptions> options) : ICheck
{
    private static readonly Subject Persistence = new("store.persistence", new("Redis 持久化", "Redis persistence"));
    private static readonly Subject Eviction = new("store.eviction", new("Redis 淘汰策略", "Redis eviction"));

    public Subject Subject { get; } = new("store", new("存储", "store"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsEmbedded)
            return [Finding.Ok(Subject, StoreTexts.Embedded)];
        await using var store = StoreConnection.ToServer(options.Value.ConnectionString);
        var points = string.Join(", ", store.GetEndPoints().Select(point => point.ToString()!.Replace("Unspecified/", "", StringComparison.Ordinal)));
        try
        {
            await store.GetDatabase().PingAsync();
            return [.. Facts(store.GetServers().First(server => server is { IsConnected: true, IsReplica: false }), points)];
        }
        catch (RedisConnectionException exception) when (ServerCheck.IsSignInRefused(exception))
        {
            return [Finding.Failed(Subject, StorageTexts.ConnectionRefusedByServer, StoreTexts.CheckSignIn)];
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception) || exception is InvalidOperationException)
        {
            return [Finding.Failed(Subject, StoreTexts.Unreachable(points), StoreTexts.CheckServer)];
        }
    }

    private IEnumerable<Finding> Facts(IServer server, string points)
    {
        yield return server.Version < ServerFacts.Oldest
            ? Finding.Failed(Subject, StorageTexts.ServerTooOld(server.Version), StoreTexts.Upgrade)
            : Finding.Ok(Subject, StoreTexts.Connected(points, server.Version));
        if (TryRead(server) is not { } facts)
        {
            yield return Finding.Warning(Persistence, StoreTexts.FactsHidden, StoreTexts.AllowInfo);
            yield break;
        }
        yield return facts.IsDurable
            ? Finding.Ok(Persistence, new("append-only 文件已开启。", "It keeps an append-only file."))
            : Finding.Warning(Persistence, StoreTexts.Persistence, StoreTexts.SetAppendOnly);
        yield return facts.Evicts
            ? Finding.Warning(Eviction, StoreTexts.Evicts(facts.Policy), StoreTexts.SetNoEviction)
            : Finding.Ok(Eviction, new("内存满时不淘汰数据。", "It evicts nothing."));
    }

    private static ServerFacts? TryRead(IServer server)
    {
        try
        {
            return ServerFacts.Of(server);
        }
        catch (RedisServerException)
        {
            return null;
        }
    }
}
