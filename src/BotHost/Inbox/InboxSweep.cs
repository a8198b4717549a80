using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>Looks, at start and now and then, for entries that a crash left between acceptance and their queue.</summary>
internal sealed partial class InboxSweep(EventInbox inbox, TimeProvider time, ILogger<InboxSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await TrySweepAsync();
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task TrySweepAsync()
    {
        try
        {
            if (await inbox.RequeueOrphansAsync() is > 0 and var requeued)
            {
                Log.Requeued(logger, requeued);
            }
        }
        catch (StoreUnavailableException exception)
        {
            Log.NotSwept(logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Put {Count} entries back into their queue that a crash had left out of it.")]
        public static partial void Requeued(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Information, "The inbox was not looked through for left-over entries: {Reason}")]
        public static partial void NotSwept(ILogger logger, string reason);
    }
}
