using System.Net.Sockets;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// How the one multiplexer connects. The platform waits three seconds for an answer, so the store has two: a call that
/// cannot be sent fails at once instead of queueing, and the connection comes back by itself.
/// </summary>
internal static class StoreConnection
{
    private const int PatienceMilliseconds = 2000;

    public static Bilingual? Problem(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString).EndPoints.Count == 0 ? StorageTexts.ConnectionStringWithoutServer : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return StorageTexts.ConnectionStringUnreadable;
        }
    }

    public static IConnectionMultiplexer ToServer(string connectionString) =>
        ConnectionMultiplexer.Connect(Patient(ConfigurationOptions.Parse(connectionString)));

    public static IConnectionMultiplexer ToSocket(string path, TimeSpan? patience = null)
    {
        var configuration = Patient(new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(path) } });
        configuration.ConfigurationChannel = "";
        configuration.TieBreaker = "";
        configuration.AsyncTimeout = (int)(patience?.TotalMilliseconds ?? PatienceMilliseconds);
        return ConnectionMultiplexer.Connect(configuration);
    }

    private static ConfigurationOptions Patient(ConfigurationOptions configuration)
    {
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = PatienceMilliseconds;
        configuration.AsyncTimeout = PatienceMilliseconds;
        configuration.SyncTimeout = PatienceMilliseconds;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ReconnectRetryPolicy = new LinearRetry(500);
        configuration.HeartbeatInterval = TimeSpan.FromSeconds(1);
        return configuration;
    }
}
