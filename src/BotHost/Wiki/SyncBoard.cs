namespace Wenlu.BotHost.Wiki;

/// <summary>How the sync stands, kept by the replica that does it and written to the store now and then.</summary>
internal sealed class SyncBoard(WikiStore store, SyncStatus begun, TimeProvider time, TimeSpan permissionInterval)
{
    private readonly Lock gate = new();
    private SyncStatus status = begun with { PausedUntil = null };
    private SyncStatus? saved;

    public SyncStatus Status
    {
        get
        {
            lock (gate)
                return status;
        }
    }

    /// <summary>How often each document is asked who may read it; longer when the month has few calls left.</summary>
    public TimeSpan PermissionInterval { get; set; } = permissionInterval;

    public bool IsPaused => Status.PausedUntil > time.GetUtcNow();

    public SpaceFacts? Space(string? id) => id is null ? null : Status.Spaces.FirstOrDefault(space => space.Id == id);

    public void Update(Func<SyncStatus, SyncStatus> change)
    {
        lock (gate)
            status = change(status);
    }

    /// <summary>What is done after a run has ended begins another.</summary>
    public void Count(Func<SyncRunCounts, SyncRunCounts> count) => Update(now =>
        now with { Run = count(now.Run is { EndedAt: null, StartedAt: not null } ? now.Run : new() { StartedAt = time.GetUtcNow() }) });

    public void CountWritten(ChunkDifference difference) => Count(run => run with
    {
        Written = run.Written + 1,
        ChunksKept = run.ChunksKept + difference.Kept,
        ChunksNew = run.ChunksNew + difference.New,
    });

    public void EndRun()
    {
        if (Status.Run is { EndedAt: null, StartedAt: not null })
            Update(now => now with { Run = now.Run with { EndedAt = time.GetUtcNow() } });
    }

    public void Pause(TimeSpan pause, SyncFailure trouble) => Update(now => now with { PausedUntil = time.GetUtcNow() + pause, Trouble = trouble });

    public void Recovered()
    {
        if (Status.Trouble is not null)
            Update(now => now with { PausedUntil = null, Trouble = null });
    }

    public async Task SaveAsync()
    {
        var now = Status;
        if (ReferenceEquals(now, saved))
            return;
        await store.SetStatusAsync(now);
        saved = now;
    }
}
