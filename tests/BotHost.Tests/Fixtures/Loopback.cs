using System.Net;
using System.Net.Sockets;

namespace Wenlu.BotHost.Tests.Fixtures;

internal static class Loopback
{
    /// <summary>A port that nobody listens on, for a server that must come back to the same one.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
