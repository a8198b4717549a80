namespace Wenlu.BotHost.Wiki;

/// <summary>How the sync stands, as the replica that does it tells all others.</summary>
internal sealed record SyncStatus
{
    public DateTimeOffset? LookStartedAt { get; init; }

    /// <summary>Null while the wiki is being listed.</summary>
    public DateTimeOffset? LookEndedAt { get; init; }
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Nothing is read before then: the platform cannot be reached, or has no call left for it.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
    public SyncFailure? Trouble { get; init; }
    public IReadOnlyList<SpaceFacts> Spaces { get; init; } = [];
    public IReadOnlyList<SourceFailure> SourceFailures { get; init; } = [];
    public SyncRunCounts Run { get; init; } = new();
}

/// <summary>A space or document that could not be listed.</summary>
internal sealed record SourceFailure(string Source, string Place, SyncFailure Failure);

/// <summary>What was done since a run began: with a listing, or with an event when all was done.</summary>
public sealed record SyncRunCounts
{
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null while something is left to be read.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public int Read { get; init; }
    public int Unchanged { get; init; }
    public int Written { get; init; }
    public int Removed { get; init; }

    /// <summary>Passages that stayed as they were, and those that are cut and embedded anew.</summary>
    public int ChunksKept { get; init; }
    public int ChunksNew { get; init; }
}
