using System.Buffers;

namespace Wenlu.BotHost.Events;

/// <summary>A request's body in a pooled buffer, with an end that does not depend on what the sender announces.</summary>
internal sealed class BoundedBody : IDisposable
{
    public const int MaxBytes = 1024 * 1024;
    private const int FirstBytes = 4096;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int length;

    /// <summary>Cleared before it is given back: it held a message.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    public Memory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Null when all was read.</summary>
    public async Task<Rejection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return Rejection.TooLarge;
        try
        {
            return await ReadAllAsync(request.Body, cancellationToken);
        }
        catch (IOException)
        {
            // Kestrel's BadHttpRequestException is one of these, as is a connection that was reset.
            return Rejection.BrokenOff;
        }
    }

    private async Task<Rejection?> ReadAllAsync(Stream body, CancellationToken cancellationToken)
    {
        while (await body.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var count)
        {
            length += count;
            if (length > MaxBytes)
                return Rejection.TooLarge;
            if (length == buffer.Length)
                Grow();
        }

        return null;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
