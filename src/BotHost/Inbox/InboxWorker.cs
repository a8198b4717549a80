using Microsoft.Extensions.Options;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>
/// Claims entries and runs them side by side, a bounded number at a time. At the end of the host's life running handlers get a
/// few seconds to finish; what is left is handed back.
/// </summary>
internal sealed partial class InboxWorker(
    EventInbox inbox, EntryAttempt attempt, InboxSignal signal, IOptions<InboxOptions> options, IOptions<StorageOptions> storage,
    TimeProvider time, ILogger<InboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var places = options.Value.Parallelism;
        using var free = new SemaphoreSlim(places);
        using var handing = new CancellationTokenSource();
        await using var grace = stoppingToken.Register(() => handing.CancelAfter(Grace));
        try
        {
            await ClaimUntilStoppedAsync(free, handing.Token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            for (var place = 0; place < places; place++)
                await free.WaitAsync(CancellationToken.None);
        }
    }

    private async Task ClaimUntilStoppedAsync(SemaphoreSlim free, CancellationToken handingBack, CancellationToken stoppingToken)
    {
        if (storage.Value.IsEmbedded)
            await TryAbandonLeasesAsync();
        while (true)
        {
            await free.WaitAsync(stoppingToken);
            var claim = await NextAsync(free, stoppingToken);
            _ = RunAsync(claim, free, handingBack);
        }
    }

    private async Task TryAbandonLeasesAsync()
    {
        try
        {
            await inbox.AbandonLeasesAsync();
        }
        catch (StoreUnavailableException exception)
        {
            Log.LeasesKept(logger, exception);
        }
    }

    private async Task<Claim> NextAsync(SemaphoreSlim free, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await TryClaimAsync(stoppingToken) is { } claim)
                    return claim;
                await signal.WaitAsync(options.Value.PollInterval, time, stoppingToken);
            }
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    private async Task<Claim?> TryClaimAsync(CancellationToken stoppingToken)
    {
        try
        {
            var claim = await inbox.ClaimAsync(stoppingToken);
            if (isAway)
                Log.ClaimingAgain(logger);
            isAway = false;
            return claim;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!isAway)
                Log.ClaimFailed(logger, exception);
            isAway = true;
            await Task.Delay(options.Value.PollInterval, time, stoppingToken);
            return null;
        }
    }

    private async Task RunAsync(Claim claim, SemaphoreSlim free, CancellationToken handingBack)
    {
        try
        {
            await attempt.RunAsync(claim, handingBack);
        }
        catch (Exception exception)
        {
            Log.OutcomeNotWritten(logger, exception, claim.Entry.Id);
        }
        finally
        {
            free.Release();
            signal.Set();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nothing can be claimed from the inbox. It is tried again until the store is back.")]
        public static partial void ClaimFailed(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Information, "The inbox is back; entries are claimed again.")]
        public static partial void ClaimingAgain(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The leases of the last process could not be ended; its entries come again when they end by themselves.")]
        public static partial void LeasesKept(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "The outcome of {EventId} could not be written; the entry comes again when its lease ends.")]
        public static partial void OutcomeNotWritten(ILogger logger, Exception exception, string eventId);
    }
}
