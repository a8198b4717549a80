using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>
/// How much of <c>Feishu:MonthlyCalls</c> is used, by the store's own accounts: a Redis server is read, the embedded store's
/// service is asked. The doctor's calls are not in them.
/// </summary>
internal sealed class QuotaCheck(RunningService service, IOptions<FeishuOptions> options, IOptions<StorageOptions> storage, TimeProvider time) : ICheck
{
    public Subject Subject { get; } = new("feishu.quota", new("本月调用额度", "monthly calls"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
            return [];
        if (options.Value.MonthlyCalls == 0)
            return [Finding.Note(Subject, QuotaTexts.None, QuotaTexts.Tell)];
        return [Judge(storage.Value.IsEmbedded ? Reported(await service.AnswerAsync()) : await ReadAsync())];
    }

    private Finding Judge(CallState? state) => state switch
    {
        null => Finding.Note(Subject, QuotaTexts.Hidden(options.Value.MonthlyCalls)),
        { Level: BudgetLevel.Empty } => Finding.Failed(Subject, QuotaTexts.Used(state), QuotaTexts.Wait),
        { Level: BudgetLevel.Plenty } => Finding.Ok(Subject, QuotaTexts.Used(state)),
        _ => Finding.Warning(Subject, QuotaTexts.Used(state), QuotaTexts.Save(state.Level)),
    };

    private CallState? Reported(ServiceAnswer answer) => answer.Sum("wenlu_feishu_month_used") is { } used
        ? CallState.Unknown with { Quota = options.Value.MonthlyCalls, Used = used, IsRefused = answer.Sum("wenlu_feishu_budget_level") == (int)BudgetLevel.Empty }
        : null;

    private async Task<CallState?> ReadAsync()
    {
        await using var store = StoreConnection.ToServer(storage.Value.ConnectionString);
        try
        {
            // Of the minute that happens to run nothing is said.
            return await new CallLedger(new StoreScripts(store, new TransactionGate()), store, options, time).LookAsync() with { Pressure = 0 };
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}
