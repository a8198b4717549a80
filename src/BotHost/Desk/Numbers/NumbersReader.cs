using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>Days, and what they are compared with.</summary>
/// <param name="Days">Oldest first, up to today.</param>
/// <param name="Before">As many days before those; null where nobody remembers so far back.</param>
internal sealed record NumbersRead(DateOnly Today, IReadOnlyList<PeriodNumbers> Days, PeriodNumbers? Before);

/// <summary>Reads what the desk shows of the days and of the month.</summary>
internal sealed class NumbersReader(DailyNumbers numbers, CallLedger ledger, KnowledgeIndex index, IOptions<FeishuOptions> feishu, TimeProvider time)
{
    public TimeSpan UtcOffset => numbers.UtcOffset;

    public async Task<NumbersRead> ReadAsync(int days)
    {
        var today = numbers.Today;
        var isCompared = days * 2 <= DailyNumbers.MostDays;
        var all = await numbers.ReadAsync(today, isCompared ? days * 2 : days);
        var now = all[^1] with { Knowledge = new(index.DocumentCount(Kinds.Document), index.ChunkCount) };
        return new(today, [.. all.TakeLast(days).SkipLast(1), now], isCompared ? PeriodNumbers.Sum([.. all.Take(days)]) : null);
    }

    /// <summary>Null without Feishu.</summary>
    public async Task<CallMonth?> ReadCallsAsync()
    {
        if (!feishu.Value.IsEnabled)
            return null;
        var (state, days) = (ledger.LookAsync(), ledger.DaysAsync());
        return new(ledger.Month, (await state).Used, ledger.Quota, await days, time.GetUtcNow());
    }
}
