using System.Net;
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
            var servers = ConfigurationOptions.Parse(connectionString).EndPoints;
            return servers.Count == 0 ? StorageTexts.ConnectionStringWithoutServer
                : servers.All(IsServer) ? null
                : StorageTexts.ConnectionStringUnreadable;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return StorageTexts.ConnectionStringUnreadable;
        }
    }

    /// <summary>The client takes whatever is no option for the name of a server.</summary>
    private static bool IsServer(EndPoint point) => point is not DnsEndPoint named || Uri.CheckHostName(named.Host) != UriHostNameType.Unknown;

    public static IConnectionMultiplexer ToServer(string connectionString)
    {
        var configuration = Patient(ConfigurationOptions.Parse(connectionString));

        // INFO counts as administration; without it nobody could be warned of a server that forgets.
        configuration.AllowAdmin = true;
        return ConnectionMultiplexer.Connect(configuration);
    }

    public static IConnectionMultiplexer ToSocket(string path) => ConnectionMultiplexer.Connect(Socket(path));

    /// <summary>For the store's own upkeep: it may ask and order what others may not, and a rewrite takes as long as it takes.</summary>
    public static IConnectionMultiplexer ForUpkeep(string path)
    {
        var configuration = Socket(path);
        configuration.AllowAdmin = true;
        configuration.AsyncTimeout = (int)TimeSpan.FromMinutes(5).TotalMilliseconds;
        return ConnectionMultiplexer.Connect(configuration);
    }

    private static ConfigurationOptions Socket(string path)
    {
        var configuration = Patient(new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(path) } });
        configuration.ConfigurationChannel = "";
        configuration.TieBreaker = "";
        return configuration;
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
