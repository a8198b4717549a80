using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Shows a growing text in widening frames, beside the model that writes it: a slow platform never holds the model up, and a
/// frame that fails is made good by the next, since each carries the whole text.
/// </summary>
internal sealed partial class FrameStream : IAsyncDisposable
{
    private readonly ICardSurface surface;
    private readonly Func<string, string> frame;
    private readonly Cadence cadence;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop;
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly Task pump;
    private string latest = string.Empty;
    private string shown = string.Empty;

    /// <param name="frame">Makes the text of a frame of the text so far; called for what is shown only.</param>
    public FrameStream(
        ICardSurface surface, Func<string, string> frame, Cadence cadence, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        (this.surface, this.frame, this.cadence, this.time, this.logger) = (surface, frame, cadence, time, logger);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pump = PumpAsync(stop.Token, cancellationToken);
    }

    /// <summary>Throws when nobody is there to read the answer any more, so that writing it stops.</summary>
    public Task ShowAsync(string markdown)
    {
        Volatile.Write(ref latest, markdown);
        if (changed.CurrentCount == 0)
        {
            changed.Release();
        }

        return pump.IsFaulted ? pump : Task.CompletedTask;
    }

    /// <summary>Returns when no frame is under way any more: a card has one writer at a time.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await pump;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        changed.Dispose();
    }

    private async Task PumpAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        try
        {
            var begun = time.GetTimestamp();
            for (var interval = cadence.First; time.GetElapsedTime(begun) < Cadence.LongestStream;)
            {
                await changed.WaitAsync(stopping);
                var text = frame(Volatile.Read(ref latest));
                // The first mark of a heading shows nothing yet, and the first words are not to wait for it.
                if (text.Length == 0)
                    continue;
                var pause = await TryShowAsync(text, cancellationToken);
                await Task.Delay(pause is { } asked && asked < interval ? interval : pause ?? Timeout.InfiniteTimeSpan, time, stopping);
                interval = cadence.After(interval);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped: the finished card shows everything.
        }
    }

    /// <returns>How long to pause at least; null when this stream is dead, and only the finished card can repair it.</returns>
    private async Task<TimeSpan?> TryShowAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await ShowIfNewAsync(text, cancellationToken);
            return TimeSpan.Zero;
        }
        catch (FeishuApiException exception) when (!FeishuCodes.IsNobodyThere(exception.Code))
        {
            Log.FrameLost(logger, exception.Message);
            return exception.IsRateLimit ? exception.RetryAfter ?? TimeSpan.FromSeconds(1) : PlatformFailures.MayPass(exception) ? TimeSpan.Zero : null;
        }
        catch (Exception exception) when (PlatformFailures.IsUnreachable(exception))
        {
            Log.FrameLost(logger, exception.Message);
            return TimeSpan.Zero;
        }
    }

    /// <summary>A card that is full stays as it is, and nobody is shown less than before: every frame is a call of the quota.</summary>
    private async Task ShowIfNewAsync(string text, CancellationToken cancellationToken)
    {
        if (shown.StartsWith(text, StringComparison.Ordinal))
            return;
        await surface.ShowAsync(text, cancellationToken);
        shown = text;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A frame of a streamed answer was lost: {Reason}")]
        public static partial void FrameLost(ILogger logger, string reason);
    }
}
