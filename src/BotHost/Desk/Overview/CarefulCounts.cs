using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Overview;

/// <summary>What can only be counted by reading every document: read once a minute, whoever asks.</summary>
internal sealed class CarefulCounts(StaleDocuments stale, OutdatedAnswers outdated, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset readAt;
    private Task<(int? Stale, int Outdated)>? latest;

    /// <returns>Documents long unchanged, null where no age makes them so; and official answers whose sources have changed.</returns>
    public Task<(int? Stale, int Outdated)> ReadAsync()
    {
        lock (gate)
        {
            if (latest is { IsFaulted: false } known && time.GetUtcNow() - readAt < Fresh)
                return known;
            readAt = time.GetUtcNow();
            return latest = CountAsync();
        }
    }

    private async Task<(int? Stale, int Outdated)> CountAsync()
    {
        var (old, changed) = (stale.CountAsync(), outdated.ListAsync());
        return (await old, (await changed).Count);
    }
}
