using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>A request body that is sent line by line, as the test goes.</summary>
internal sealed class LinesOnDemand : HttpContent
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public LinesOnDemand() => Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");

    public ValueTask SendAsync(string text) => lines.Writer.WriteAsync(text);

    public void End() => lines.Writer.Complete();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
