using System.Net.WebSockets;
using Wenlu.BotHost.Events.LongConnection.Wire;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>One open connection, from its first ping to its end.</summary>
internal sealed partial class LongConnection : IDisposable
{
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(1);

    private readonly FrameSocket socket;
    private readonly int service;
    private readonly BotMetrics metrics;
    private readonly ILogger logger;
    private readonly Answering answering;
    private readonly Reassembly reassembly;
    private readonly Watchdog watchdog;
    private readonly PongWatch pongs;
    private readonly PeriodicTimer clock;
    private readonly TimeProvider time;

    public LongConnection(
        WebSocket webSocket, int service, ConnectionSettings settings, AnswerFrame answer, BotMetrics metrics, TimeProvider time, ILogger logger)
    {
        (this.service, this.metrics, this.time, this.logger) = (service, metrics, time, logger);
        Settings = settings;
        socket = new FrameSocket(webSocket);
        answering = new Answering(socket, answer, time, logger);
        reassembly = new Reassembly(time);
        watchdog = new Watchdog(time, Die);
        pongs = new PongWatch(time);
        clock = new PeriodicTimer(settings.PingInterval, time);
    }

    /// <summary>As the platform has changed them meanwhile.</summary>
    public ConnectionSettings Settings { get; private set; }

    /// <summary>Whether anything ever came in; an address that only pretends to connect is to be asked for with growing pauses.</summary>
    public bool WasHeard { get; private set; }

    /// <summary>Until it ends by itself or, in order, because it is to stop.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<string> RunAsync(CancellationToken stoppingToken)
    {
        // The ping before anything is answered: the platform may be pushing already.
        var pinging = PingAsync();
        var receiving = ReceiveAsync(stoppingToken);
        await Task.WhenAny(receiving, Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken));
        if (stoppingToken.IsCancellationRequested)
            await LeaveAsync(receiving);
        clock.Dispose();
        socket.Abort();
        await pinging;
        await answering.FinishAsync();
        return await receiving;
    }

    public void Dispose()
    {
        clock.Dispose();
        watchdog.Dispose();
        answering.Dispose();
        socket.Dispose();
    }

    /// <summary>What has arrived is answered, and what arrives now goes to another connection. The platform is told, but not waited for long.</summary>
    private async Task LeaveAsync(Task receiving)
    {
        await answering.FinishAsync();
        await Task.WhenAll(socket.SayGoodbyeAsync(), receiving).WaitAsync(GoodbyeTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PingAsync()
    {
        do
        {
            if (pongs.IsOneWay)
                GiveUp();
            watchdog.Arm();
            pongs.Pinged();
            await TryPingAsync();
        }
        while (await clock.WaitForNextTickAsync());
    }

    private async Task TryPingAsync()
    {
        try
        {
            await socket.SendAsync(Frames.Ping(service));
            metrics.FrameSent("ping");
        }
        catch (Exception exception) when (exception is WebSocketException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // The reader learns of it too, and ends the connection.
            Log.NotPinged(logger, exception.Message);
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var arrival = await socket.ReceiveAsync();
            watchdog.Calm();
            if (arrival is Arrival.End { Reason: var reason })
                return reason;
            WasHeard = true;
            await TakeAsync(arrival, stoppingToken);
        }
    }

    private async Task TakeAsync(Arrival arrival, CancellationToken stoppingToken)
    {
        switch (arrival)
        {
            case Arrival.Whole { Frame: { Method: Frames.Control } frame }:
                Heed(frame);
                break;
            case Arrival.Whole { Frame: { Method: Frames.Data } frame }:
                await TakeDataAsync(frame, stoppingToken);
                break;
            default:
                Ignore((arrival as Arrival.Garbage)?.Reason ?? "its method is unknown");
                break;
        }
    }

    /// <summary>Callbacks come under a type of their own, which is no reason to treat them differently: the envelope tells what they are.</summary>
    private async Task TakeDataAsync(Frame frame, CancellationToken stoppingToken)
    {
        if (frame.Find(Frames.Type) is not ("event" or "card") and var type)
        {
            Ignore($"its type is {type}");
            return;
        }

        metrics.FrameReceived(frame.Find(Frames.Type)!);
        if (reassembly.Add(frame) is { } payload)
            await answering.BeginAsync(frame, payload, stoppingToken);
    }

    private void Heed(Frame frame)
    {
        metrics.FrameReceived(frame.Find(Frames.Type) is "pong" ? "pong" : "control");
        if (frame.Find(Frames.Type) is not "pong")
            return;
        pongs.Ponged();
        Settings = Settings.WithPong(frame.Payload);
        if (clock.Period != Settings.PingInterval)
            clock.Period = Settings.PingInterval;
    }

    private void Ignore(string reason)
    {
        metrics.FrameReceived("ignored");
        Log.Ignored(logger, reason);
    }

    private void Die()
    {
        Log.Silent(logger, Watchdog.Patience);
        socket.Abort();
    }

    private void GiveUp()
    {
        Log.OneWay(logger, PongWatch.Patience);
        socket.Abort();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Could not ping the platform: {Reason}")]
        public static partial void NotPinged(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Ignored something that came over the long connection: {Reason}.")]
        public static partial void Ignored(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Nothing has come over the long connection for {Patience} after a ping; it is given up.")]
        public static partial void Silent(ILogger logger, TimeSpan patience);

        [LoggerMessage(4, LogLevel.Warning, "The platform has not answered a ping over the long connection for {Patience}, though it still sends: it hears nothing; the connection is given up.")]
        public static partial void OneWay(ILogger logger, TimeSpan patience);
    }
}
