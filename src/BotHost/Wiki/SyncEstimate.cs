using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>How long what is left takes at least, by the platform's limits.</summary>
internal static class SyncEstimate
{
    /// <summary>The revision, and a page of blocks; longer documents have more pages.</summary>
    private const int CallsPerDocument = 2;

    public static TimeSpan Of(IReadOnlyCollection<SyncedDocument> documents, DateTimeOffset now, TimeSpan permissionInterval, FeishuOptions limits)
    {
        var due = documents.Where(document => document.IsDue(now, permissionInterval)).ToList();
        var reading = TimeSpan.FromSeconds((double)due.Count(document => document.NeedsContent) * CallsPerDocument / limits.DocumentCallsPerSecond);
        var asking = TimeSpan.FromMinutes((double)due.Count(document => document.NeedsGrants(now, permissionInterval)) / limits.DocumentCallsPerMinute);
        return reading > asking ? reading : asking;
    }
}
