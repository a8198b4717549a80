using System.Net.WebSockets;
using Google.Protobuf;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>What arrived: a frame, something that is none, or the end.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    public sealed record Whole(Frame Frame) : Arrival;

    public sealed record Garbage(string Reason) : Arrival;

    public sealed record End(string Reason) : Arrival;
}

/// <summary>Frames over a web socket: one writer at a time, since pings and acknowledgements come from different tasks, and one reader.</summary>
internal sealed class FrameSocket(WebSocket socket) : IDisposable
{
    /// <summary>More than any event has, and room for the headers.</summary>
    public const int MaxBytes = BoundedBody.MaxBytes + 64 * 1024;

    private readonly SemaphoreSlim writing = new(1, 1);
    private byte[] buffer = new byte[16 * 1024];

    /// <summary>Throws when the connection is gone.</summary>
    public async Task SendAsync(Frame frame)
    {
        var bytes = frame.ToByteArray();
        await writing.WaitAsync();
        try
        {
            // A write that is given up half-way would break the connection for everybody; the watchdog ends one that hangs.
            await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<Arrival> ReceiveAsync()
    {
        try
        {
            return await ReceiveMessageAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return new Arrival.End(exception.Message);
        }
    }

    /// <summary>Says that no more will be sent; what the other side answers, its own end, comes in through the reader.</summary>
    public async Task SayGoodbyeAsync()
    {
        await writing.WaitAsync();
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Ends whatever hangs.</summary>
    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        writing.Dispose();
    }

    private async Task<Arrival> ReceiveMessageAsync()
    {
        var length = 0;
        var isTooLarge = false;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return await EndAsync();
            length += part.Count;
            isTooLarge |= length > MaxBytes;
            if (part.EndOfMessage)
                return isTooLarge ? new Arrival.Garbage("it is too large") : Read(part.MessageType, buffer.AsSpan(0, length));
            // The rest of what is too large is read over the beginning.
            if (isTooLarge)
                length = 0;
            else if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    /// <summary>A farewell is returned, unless it was the answer to ours.</summary>
    private async Task<Arrival> EndAsync()
    {
        if (socket.State == WebSocketState.CloseReceived)
            await SayGoodbyeAsync();
        return new Arrival.End($"closed with {(int?)socket.CloseStatus}: {socket.CloseStatusDescription}");
    }

    private static Arrival Read(WebSocketMessageType type, ReadOnlySpan<byte> message)
    {
        if (type != WebSocketMessageType.Binary)
            return new Arrival.Garbage("it is text");
        try
        {
            return Frames.Read(message) is { } frame ? new Arrival.Whole(frame) : new Arrival.Garbage("a required field is missing");
        }
        catch (InvalidProtocolBufferException exception)
        {
            return new Arrival.Garbage(exception.Message);
        }
    }
}
