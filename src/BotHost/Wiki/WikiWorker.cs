using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>Syncs while this replica holds the lease; while another does, waits for it to end.</summary>
internal sealed partial class WikiWorker(
    WikiStore store, SyncRun run, KnowledgeIndex index, IOptions<WikiOptions> options, IOptions<FeishuOptions> app, TimeProvider time, ILogger<WikiWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!app.Value.IsEnabled)
            return;
        // What is written has to become searchable before the next is.
        await index.FirstCatchUp.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryRunAsync(stoppingToken);
            await Task.Delay(Poll, time, stoppingToken);
        }
    }

    private async Task TryRunAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await HasWorkAsync() || await WikiLease.TryTakeAsync(store, time, stoppingToken) is not { } taken)
                return;
            await using var lease = taken;
            Log.Begins(logger);
            await run.RunAsync(lease.Lost);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            Log.LeaseLost(logger);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Ended(logger, exception);
        }
    }

    /// <summary>Without sources, and with nothing left of earlier ones, there is nothing to hold a lease for.</summary>
    private async Task<bool> HasWorkAsync() =>
        WikiLook.Configured(options.Value).Any() || (await store.ListSourcesAsync()).Count > 0 || (await store.LoadAsync()).Count > 0;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "This replica syncs the wiki.")]
        public static partial void Begins(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Another replica may sync the wiki now.")]
        public static partial void LeaseLost(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The wiki sync ended and begins again.")]
        public static partial void Ended(ILogger logger, Exception exception);
    }
}
