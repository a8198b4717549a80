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

    private readonly string[] settings;

    private RedisServer(int port, string[] settings)
    {
        Port = port;
        this.settings = settings;
    }

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    public static RedisServer Start(params string[] settings)
    {
        var server = new RedisServer(Loopback.FreePort(), settings);
        server.Resume();
        return server;
    }

    public void Resume()
    {
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.Path,
                "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--maxmemory-policy", "noeviction", .. settings])
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

    /// <summary>Keeps the connection and stops answering.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    public void Dispose()
    {
        if (process is not null)
            Kill();
        folder.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
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
            return reply.SequenceEqual("+PONG\r\n"u8) || reply.SequenceEqual("-NOAUTH"u8);
        }
        catch (SocketException)
        {
            Thread.Sleep(20);
            return false;
        }
    }
}
