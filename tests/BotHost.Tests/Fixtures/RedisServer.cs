using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wenlu.BotHost.Tests.Fixtures;

/// <summary>A real Redis server on a free loopback port, with an append-only file in a folder of its own. It can be stopped and started again.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly TempFolder folder = new();
    private Process? process;

    private RedisServer(int port) => Port = port;

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    public static RedisServer Start()
    {
        var server = new RedisServer(FreePort());
        server.Resume();
        return server;
    }

    public void Resume()
    {
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.Path,
                "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--maxmemory-policy", "noeviction"])
        {
            RedirectStandardOutput = true,
        })!;
        _ = process.StandardOutput.ReadToEndAsync();
        SpinWait.SpinUntil(Answers, TimeSpan.FromSeconds(20)).ShouldBeTrue("redis-server did not start");
    }

    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null)
            Kill();
        folder.Dispose();
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            client.GetStream().Write("PING\r\n"u8);
            Span<byte> reply = stackalloc byte[7];
            client.GetStream().ReadExactly(reply);
            return reply.SequenceEqual("+PONG\r\n"u8);
        }
        catch (SocketException)
        {
            Thread.Sleep(20);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
