using System.Buffers;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A line of a body; null bytes for one that is longer than allowed.</summary>
internal readonly record struct BodyLine(int Number, byte[]? Bytes);

/// <summary>Reads request bodies no further than their limit, so that a reader who is told "too large" was not stored first.</summary>
internal static class BoundedBody
{
    /// <summary>The whole body, or null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        LiftServerLimit(request);
        if (request.ContentLength > limit)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 4_096));
        var buffer = new byte[65_536];
        for (var read = 1; read > 0 && body.Length <= limit; body.Write(buffer, 0, read))
            read = await request.Body.ReadAsync(buffer, cancellationToken);
        return body.Length > limit ? null : body.ToArray();
    }

    /// <summary>The lines of a body of any length; blank ones are passed over.</summary>
    public static async IAsyncEnumerable<BodyLine> ReadLinesAsync(
        HttpRequest request, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LiftServerLimit(request);
        LiftMinimumRate(request);
        var splitter = new LineSplitter(limit);
        var buffer = new byte[65_536];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            foreach (var line in splitter.Push(buffer.AsMemory(0, read)))
                yield return line;
        foreach (var line in splitter.Finish())
            yield return line;
    }

    /// <summary>The limits here are finer than the server's, which would cut a batch off at 30 MB.</summary>
    private static void LiftServerLimit(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
    }

    /// <summary>Whoever makes the lines may take a while between them.</summary>
    private static void LiftMinimumRate(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private sealed class LineSplitter(int limit)
    {
        private ArrayBufferWriter<byte> current = new();
        private bool tooLong;
        private int number = 1;

        public IEnumerable<BodyLine> Push(ReadOnlyMemory<byte> bytes)
        {
            for (var rest = bytes; !rest.IsEmpty;)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                Append(end < 0 ? rest.Span : rest.Span[..end]);
                if (end < 0)
                    yield break;
                foreach (var line in Finish())
                    yield return line;
                rest = rest[(end + 1)..];
                number++;
            }
        }

        public IEnumerable<BodyLine> Finish()
        {
            if (tooLong)
                yield return new(number, null);
            else if (!IsBlank(current.WrittenSpan))
                yield return new(number, current.WrittenSpan.ToArray());
            Reset();
        }

        private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;

        private void Append(ReadOnlySpan<byte> part)
        {
            tooLong |= current.WrittenCount + part.Length > limit;
            if (!tooLong)
                current.Write(part);
        }

        private void Reset()
        {
            if (current.Capacity > 1_048_576)
                current = new();
            current.ResetWrittenCount();
            tooLong = false;
        }
    }
}
