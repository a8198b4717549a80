using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// What a Redis server must be. One that does not answer yet is waited for while the service runs (readiness says so); one
/// that answers wrongly stops the start.
/// </summary>
internal static partial class ServerCheck
{
    public static IConnectionMultiplexer Approve(IConnectionMultiplexer store, ILogger logger)
    {
        if (store.GetServers().FirstOrDefault(server => server is { IsConnected: true, IsReplica: false }) is not { } server)
            Refuse(store, logger);
        else if (server.Version < ServerFacts.Oldest)
            throw new StartupException(StorageTexts.ServerTooOld(server.Version));
        else
            WarnOfLoss(server, logger);
        return store;
    }

    private static void Refuse(IConnectionMultiplexer store, ILogger logger)
    {
        try
        {
            store.GetDatabase().Ping();
        }
        catch (RedisConnectionException exception) when (IsSignInRefused(exception))
        {
            throw new StartupException(StorageTexts.ConnectionRefusedByServer, exception);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            Log.NotReachable(logger, string.Join(", ", store.GetEndPoints().Select(point => point.ToString())));
        }
    }

    public static bool IsSignInRefused(RedisConnectionException exception) =>
        exception.FailureType == ConnectionFailureType.AuthenticationFailure || exception.ToString().Contains("AuthenticationFailure", StringComparison.Ordinal);

    private static void WarnOfLoss(IServer server, ILogger logger)
    {
        var facts = ServerFacts.Of(server);
        if (!facts.IsDurable)
            Log.NotDurable(logger);
        if (facts.Evicts)
            Log.Evicts(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The Redis server of ConnectionStrings:Redis ({EndPoints}) does not answer yet. Events are refused (503) until it does.")]
        public static partial void NotReachable(ILogger logger, string endPoints);

        [LoggerMessage(2, LogLevel.Warning, "The Redis server keeps no append-only file: its crash loses acknowledged events. Set `appendonly yes`.")]
        public static partial void NotDurable(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The Redis server evicts keys when its memory is full, knowledge included. Set `maxmemory-policy noeviction`.")]
        public static partial void Evicts(ILogger logger);
    }
}
