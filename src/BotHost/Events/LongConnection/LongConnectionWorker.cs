using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// Keeps this replica connected: the one loop that connects, lives with the connection and connects again. Every replica has a
/// connection of its own, and the platform gives each event to one of them by chance; so none leads, and each handles everything.
/// </summary>
internal sealed partial class LongConnectionWorker(
    Connector connector, FrameReceiver receiver, LongConnectionState state, BotMetrics metrics, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<LongConnectionWorker> logger) : BackgroundService
{
    private ConnectionSettings settings = ConnectionSettings.Default;
    private bool wasOpen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever connects is given events at once, so the rest comes first.
        await Task.Delay(Timeout.InfiniteTimeSpan, lifetime.ApplicationStarted).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var end = await KeepConnectedAsync(stoppingToken);
        state.Ended(end.Sentence.ToString());
        Log.Ended(logger, end.Sentence);
        if (end.IsSetting && !wasOpen)
            StopService();
    }

    /// <returns>Why there will be no connection any more.</returns>
    private async Task<ConnectOutcome.Refused> KeepConnectedAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; ;)
        {
            var outcome = await connector.ConnectAsync(settings, stoppingToken);
            if (outcome is ConnectOutcome.Refused refused)
                return refused;
            failures = outcome is ConnectOutcome.Opened opened && await LiveAsync(opened, stoppingToken) ? 0 : failures + 1;
            stoppingToken.ThrowIfCancellationRequested();
            if (Reconnection.Delay(failures, outcome is ConnectOutcome.Crowded, settings, Random.Shared.NextDouble()) is not { } delay)
                return new ConnectOutcome.Refused(LongConnectionTexts.GaveUp(failures), IsSetting: false);
            Report(outcome, delay);
            await Task.Delay(delay, time, stoppingToken);
        }
    }

    /// <returns>Whether it had worked.</returns>
    private async Task<bool> LiveAsync(ConnectOutcome.Opened opened, CancellationToken stoppingToken)
    {
        var (service, device) = (opened.Address.Service, opened.Address.Device);
        using var connection = new LongConnection(opened.Socket, service, opened.Address.Settings, receiver.AnswerAsync, metrics, time, logger);
        wasOpen = true;
        state.Opened();
        metrics.ConnectionOpened();
        Log.Opened(logger, device);
        var why = await connection.RunAsync(stoppingToken);
        state.Lost();
        settings = connection.Settings;
        Log.Lost(logger, device, why);
        return connection.WasHeard;
    }

    private void Report(ConnectOutcome outcome, TimeSpan delay)
    {
        if (outcome is ConnectOutcome.Failed { Reason: var reason })
            Log.Failed(logger, reason, delay);
        if (outcome is ConnectOutcome.Crowded)
            Log.Crowded(logger, delay);
    }

    /// <summary>A secret that never worked is a wrong setting, and these stop the start.</summary>
    private void StopService()
    {
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The long connection {Device} is open.")]
        public static partial void Opened(ILogger logger, string device);

        [LoggerMessage(2, LogLevel.Information, "The long connection {Device} has ended: {Reason}")]
        public static partial void Lost(ILogger logger, string device, string reason);

        [LoggerMessage(3, LogLevel.Warning, "The long connection could not be opened ({Reason}); next try in {Delay}.")]
        public static partial void Failed(ILogger logger, string reason, TimeSpan delay);

        [LoggerMessage(4, LogLevel.Warning, "The app has all the 50 long connections it may have: end those that were forgotten, on a developer's machine or in another environment. Next try in {Delay}.")]
        public static partial void Crowded(ILogger logger, TimeSpan delay);

        [LoggerMessage(5, LogLevel.Error, "The long connection ends for good. {Sentence}")]
        public static partial void Ended(ILogger logger, Bilingual sentence);
    }
}
