using System.Net.WebSockets;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>Decides what the platform is told about an event.</summary>
internal delegate Task<FrameAnswer> AnswerFrame(ReadOnlyMemory<byte> envelope);

/// <summary>
/// Answers events side by side, so that a click that takes its time holds up nobody; so many at most, and then nothing more is read.
/// Each ends by itself before the platform loses patience, after three seconds.
/// </summary>
internal sealed partial class Answering(FrameSocket socket, AnswerFrame answer, TimeProvider time, ILogger logger) : IDisposable
{
    public const int AtOnce = 64;

    private readonly SemaphoreSlim free = new(AtOnce, AtOnce);

    /// <summary>Returns when the event is being taken care of. When we are to stop it is not: another connection will get it.</summary>
    public async Task BeginAsync(Frame frame, ReadOnlyMemory<byte> payload, CancellationToken stoppingToken)
    {
        try
        {
            await free.WaitAsync(stoppingToken);
            _ = AnswerAsync(frame, payload);
        }
        catch (OperationCanceledException)
        {
            // Not acknowledged, and so not lost.
        }
    }

    /// <summary>Waits for what has begun.</summary>
    public async Task FinishAsync()
    {
        for (var taken = 0; taken < AtOnce; taken++)
            await free.WaitAsync();
        free.Release(AtOnce);
    }

    public void Dispose() => free.Dispose();

    private async Task AnswerAsync(Frame frame, ReadOnlyMemory<byte> payload)
    {
        try
        {
            var begun = time.GetTimestamp();
            var reply = await answer(payload);
            await socket.SendAsync(Frames.Answer(frame, reply, time.GetElapsedTime(begun)));
        }
        catch (Exception exception) when (exception is WebSocketException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // It is kept, and when it comes again it will be known; a click is lost, and the person clicks again.
            Log.NotAnswered(logger, exception.Message);
        }
        finally
        {
            free.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The long connection ended before an event could be acknowledged; the platform sends it again: {Reason}")]
        public static partial void NotAnswered(ILogger logger, string reason);
    }
}
