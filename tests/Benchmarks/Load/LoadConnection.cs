using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Wenlu.Benchmarks.Load;

/// <summary>A kept-alive HTTP connection that understands just enough: the status, and where an answer ends.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[8192];

    public static async Task<LoadConnection> OpenAsync(int port)
    {
        var connection = new LoadConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    public async Task<int> SendAsync(byte[] request)
    {
        await socket.SendAsync(request);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (count == 0)
                return 0;
            length += count;
        }

        return Number(buffer.AsSpan("HTTP/1.1 ".Length));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var announced = answer[..head].IndexOf("\r\nContent-Length: "u8);
        return announced < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : answer.Length == head + 4 + Number(answer[(announced + "\r\nContent-Length: ".Length)..]);
    }

    private static int Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int value, out _) ? value : 0;
}
