using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Operations;
using Wenlu.StandIns.Feishu;
using Connection = Wenlu.BotHost.Events.LongConnection.LongConnection;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

/// <summary>Our end of a connection on a real socket, under a clock that the test moves; the test plays the platform.</summary>
internal sealed class OpenConnection : IAsyncDisposable
{
    public const int Service = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly WebSocket platform;
    private readonly Connection connection;

    private OpenConnection(WebSocket platform, WebSocket ours, ConnectionSettings settings)
    {
        this.platform = platform;
        var metrics = new BotMetrics(services.GetRequiredService<IMeterFactory>());
        connection = new Connection(ours, Service, settings, AnswerAsync, metrics, Time, Logs.CreateLogger(""));
        Ended = connection.RunAsync(stop.Token);
    }

    public FakeTimeProvider Time { get; } = new();

    public RememberedLogs Logs { get; } = new();

    public ConcurrentQueue<string> Seen { get; } = [];

    /// <summary>What an event is answered with, by its text.</summary>
    public Func<string, Task<FrameAnswer>> Answer { get; set; } = _ => Task.FromResult(FrameAnswer.Done);

    public Task<string> Ended { get; }

    public ConnectionSettings Settings => connection.Settings;

    public bool WasHeard => connection.WasHeard;

    /// <param name="early">What the platform pushes before we have done anything.</param>
    public static async Task<OpenConnection> StartAsync(WireFrame? early = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        var server = await listener.AcceptTcpClientAsync();
        var platform = Socket(server, isServer: true);
        if (early is not null)
            await platform.SendAsync(WireCodec.Write(early), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        return new OpenConnection(platform, Socket(client, isServer: false), ConnectionSettings.Default);
    }

    public Task StopAsync() => stop.CancelAsync();

    public Task SendAsync(WireFrame frame) => SendAsync(WireCodec.Write(frame));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        platform.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    public Task SendEventAsync(string text, int seq = 1, string type = "event") => SendAsync(Event(text, seq, type));

    public static WireFrame Event(string text, int seq = 1, string type = "event") =>
        new((ulong)seq, 9, Service, 1, [new("type", type), new("message_id", $"m{seq}")]) { Payload = Encoding.UTF8.GetBytes(text) };

    public Task SendPongAsync(string? payload = null) =>
        SendAsync(new WireFrame(0, 0, Service, 0, [new("type", "pong")]) { Payload = payload is null ? null : Encoding.UTF8.GetBytes(payload) });

    /// <summary>The next frame of ours; null when we have said goodbye.</summary>
    public async Task<WireFrame?> NextAsync()
    {
        var buffer = new byte[1 << 20];
        using var deadline = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            var part = await platform.ReceiveAsync(buffer.AsMemory(length), deadline.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.EndOfMessage)
                return WireCodec.Read(buffer.AsSpan(0, length));
        }
    }

    public async Task PingedAsync() => (await NextAsync()).ShouldNotBeNull().Header("type").ShouldBe("ping");

    public async ValueTask DisposeAsync()
    {
        platform.Abort();
        await Ended.WaitAsync(Patience);
        connection.Dispose();
        platform.Dispose();
        stop.Dispose();
        await services.DisposeAsync();
    }

    private Task<FrameAnswer> AnswerAsync(ReadOnlyMemory<byte> envelope)
    {
        var text = Encoding.UTF8.GetString(envelope.Span);
        Seen.Enqueue(text);
        return Answer(text);
    }

    private static WebSocket Socket(TcpClient client, bool isServer) =>
        WebSocket.CreateFromStream(client.GetStream(), new WebSocketCreationOptions { IsServer = isServer });
}
