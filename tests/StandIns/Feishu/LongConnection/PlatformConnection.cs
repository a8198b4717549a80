using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Wenlu.StandIns.Feishu;

/// <summary>The platform's end of one long connection.</summary>
public sealed class PlatformConnection : IDisposable
{
    private const int MaxMessageBytes = 4 * 1024 * 1024;
    private readonly WebSocket socket;
    private readonly int service;
    private readonly ConnectionDesk desk;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentDictionary<(ulong, ulong), Sent> outstanding = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isFrozen;
    private volatile bool isDeaf;
    private int pings;

    internal PlatformConnection(WebSocket socket, int service, ConnectionDesk desk) => (this.socket, this.service, this.desk) = (socket, service, desk);

    public int Pings => Volatile.Read(ref pings);

    public bool IsOpen => !ended.Task.IsCompleted;

    /// <summary>Completes when it has ended, from whichever side.</summary>
    public Task Ended => ended.Task;

    /// <summary>Half-open: nothing is read and nothing answered any more, and nobody is told.</summary>
    public void Freeze() => isFrozen = true;

    /// <summary>Acknowledgements get lost from now on, and only they.</summary>
    public void Deafen() => isDeaf = true;

    /// <summary>Whether the client has said goodbye, and in order.</summary>
    public bool WasLeft { get; private set; }

    /// <summary>The connection breaks without a word.</summary>
    public void Break() => socket.Abort();

    public Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.EndpointUnavailable) =>
        socket.CloseOutputAsync(status, "as scripted", CancellationToken.None);

    /// <summary>Any bytes at all, in one message.</summary>
    public Task SendRawAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) => WriteAsync(bytes, type);

    public Task SendControlAsync(string type, string? payload = null) => WriteAsync(WireCodec.Write(
        new WireFrame(0, 0, service, 0, [new("type", type)]) { Payload = payload is null ? null : Encoding.UTF8.GetBytes(payload) }));

    /// <summary>Sends an event in as many frames as are given, and waits for the acknowledgement of the one that completes it.</summary>
    internal async Task<PushAnswer> PushAsync(IReadOnlyList<WireFrame> frames, bool isCallback, TimeSpan deadline)
    {
        frames = [.. frames.Select(frame => frame with { Service = service })];
        var last = frames[^1];
        var sent = new Sent(last, isCallback);
        outstanding[(last.SeqId, last.LogId)] = sent;
        try
        {
            foreach (var frame in frames)
                await WriteAsync(WireCodec.Write(frame));
            await Task.WhenAny(sent.Answer.Task, ended.Task).WaitAsync(deadline);
            return sent.Answer.Task.IsCompleted ? await sent.Answer.Task : throw new IOException("the connection ended");
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or WebSocketException or ObjectDisposedException)
        {
            sent.IsLate = true;
            throw new HttpRequestException($"no acknowledgement: {exception.Message}", exception);
        }
    }

    public void Dispose() => writing.Dispose();

    internal async Task ServeAsync()
    {
        try
        {
            await ReadAllAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // It broke; the client comes back or it does not.
        }
        finally
        {
            ended.SetResult();
        }
    }

    private async Task ReadAllAsync()
    {
        var buffer = new byte[MaxMessageBytes];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (isFrozen) continue;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                WasLeft = await desk.TakeLeaveAsync(socket);
                return;
            }

            await TakeAsync(part.MessageType, buffer.AsMemory(0, length));
        }
    }

    private async Task TakeAsync(WebSocketMessageType type, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (type != WebSocketMessageType.Binary) throw new FormatException("it is text");
            var frame = WireCodec.Read(bytes.Span);
            if (frame.Method == 0) await TakePingAsync(frame);
            else if (!isDeaf) TakeAcknowledgement(frame);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            desk.Find($"a frame is wrong: {exception.Message}");
        }
    }

    private async Task TakePingAsync(WireFrame frame)
    {
        if (ConnectionRules.OfPing(frame, service) is { } wrong) throw new FormatException(wrong);
        Interlocked.Increment(ref pings);
        desk.Heard();
        if (desk.AnswersPings) await SendControlAsync("pong", desk.PongPayload());
    }

    private void TakeAcknowledgement(WireFrame frame)
    {
        if (Pings == 0) throw new FormatException("an acknowledgement comes before the first ping");
        if (!outstanding.TryRemove((frame.SeqId, frame.LogId), out var sent)) throw new FormatException("nothing waits for this acknowledgement");
        if (ConnectionRules.OfAcknowledgement(sent.Frame, frame) is { } wrong) throw new FormatException(wrong);
        var answer = ConnectionRules.ReadAnswer(frame.Payload, sent.IsCallback);
        if (sent.IsLate) desk.CameLate();
        sent.Answer.TrySetResult(answer);
    }

    private async Task WriteAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary)
    {
        await writing.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    private sealed class Sent(WireFrame frame, bool isCallback)
    {
        public WireFrame Frame => frame;

        public bool IsCallback => isCallback;

        public TaskCompletionSource<PushAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsLate { get; set; }
    }
}
