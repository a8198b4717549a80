using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Desk.Sync;

/// <param name="View">Null without Feishu.</param>
public sealed record SyncModel(SyncView? View, Bilingual? Notice)
{
    /// <summary>What was typed and could not be taken.</summary>
    public string Url { get; init; } = "";

    public bool IsWholeSpace { get; init; } = true;

    public Bilingual? Complaint { get; init; }
}
