using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>A batch whose request is still being written while its response is read, which HttpClient does not do over HTTP/1.1.</summary>
internal sealed class OpenBatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient client = new();

    public static async Task<OpenBatch> StartAsync(Uri address)
    {
        var batch = new OpenBatch();
        await batch.client.ConnectAsync(address.Host, address.Port);
        await batch.WriteAsync(
            $"POST /api/knowledge/documents:batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {KnowledgeHost.AliceKey}\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        return batch;
    }

    public Task SendAsync(string text) =>
        WriteAsync(Encoding.UTF8.GetByteCount(text).ToString("x", CultureInfo.InvariantCulture) + "\r\n" + text + "\r\n");

    public async Task<string> ReadUntilAsync(string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        while (!text.ToString().Contains(end, StringComparison.Ordinal))
        {
            var read = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Patience);
            read.ShouldBeGreaterThan(0, text.ToString());
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        return text.ToString();
    }

    public void Dispose() => client.Dispose();

    private Task WriteAsync(string text) => client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
}
