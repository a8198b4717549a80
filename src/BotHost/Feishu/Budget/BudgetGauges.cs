using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>Reads the month's calls now and then, for the instruments, and tells the operator when the level changes.</summary>
internal sealed partial class BudgetGauges : BackgroundService
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);
    private readonly CallBudget budget;
    private readonly FeishuOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<BudgetGauges> logger;
    private CallState state = CallState.Unknown;

    public BudgetGauges(CallBudget budget, IOptions<FeishuOptions> options, IMeterFactory meters, TimeProvider time, ILogger<BudgetGauges> logger)
    {
        (this.budget, this.options, this.time, this.logger) = (budget, options.Value, time, logger);
        var meter = BotTelemetry.CreateMeter(meters);
        meter.CreateObservableGauge("wenlu.feishu.month.used", () => state.Used, description: "Calls to the platform this calendar month (China time), with those promised to answers under way.");
        meter.CreateObservableGauge("wenlu.feishu.month.quota", () => state.Quota, description: "Feishu:MonthlyCalls; 0 is none.");
        meter.CreateObservableGauge("wenlu.feishu.month.left", Left, description: "Calls that are left this month; absent without a quota.");
        meter.CreateObservableGauge("wenlu.feishu.minute.used", () => state.Pressure, description: "The share of the calls of a minute that was made within the last one.");
        meter.CreateObservableGauge("wenlu.feishu.budget.level", () => (int)state.Level, description: "What an answer may cost: 0 plenty, 1 fewer frames, 2 no streaming, 3 one reply, 4 nothing left.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsEnabled)
            return;
        using var clock = new PeriodicTimer(ReadEvery, time);
        do
            await TryReadAsync();
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryReadAsync()
    {
        try
        {
            Report(state, state = await budget.LookAsync());
        }
        catch (StoreUnavailableException)
        {
            // The last known numbers stay; readiness tells about the store.
        }
    }

    private IEnumerable<Measurement<long>> Left() => state.Quota > 0 ? [new(state.Left)] : [];

    private void Report(CallState before, CallState now)
    {
        if (now.Level == before.Level)
            return;
        if (now.IsRefused)
            Log.Refused(logger);
        else if (now.Level == BudgetLevel.Empty)
            Log.Empty(logger, now.Quota);
        else
            Log.LevelChanged(logger, before.Level, now.Level, now.Used, now.Quota, now.Pressure);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Answers change from {Before} to {Level}: {Used} calls of {Quota} (0: no quota) are used this month, and {Pressure:P0} of what a minute allows.")]
        public static partial void LevelChanged(ILogger logger, BudgetLevel before, BudgetLevel level, long used, int quota, double pressure);

        [LoggerMessage(2, LogLevel.Error, "All {Quota} calls of this month (Feishu:MonthlyCalls) are used or promised. Questions wait up to Inbox:Expiry and are parked then; set a greater quota if the tenant has one.")]
        public static partial void Empty(ILogger logger, int quota);

        [LoggerMessage(3, LogLevel.Error, "The platform says that the tenant's monthly quota is used up (99991403). It is asked again every hour; set Feishu:MonthlyCalls to the tenant's number of calls, so that answers get cheaper before they end.")]
        public static partial void Refused(ILogger logger);
    }
}
