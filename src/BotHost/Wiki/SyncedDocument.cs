using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Wiki;

internal enum SyncState
{
    /// <summary>Not read yet.</summary>
    Waiting,
    Synced,

    /// <summary>Of a type that cannot be read.</summary>
    Skipped,
    Failed,

    /// <summary>Nobody is known who may read it.</summary>
    Withheld,
}

/// <summary>A document as the last listing had it, and how far its mirroring has come: what a killed process leaves to the next.</summary>
internal sealed record SyncedDocument(string Token, string Type, string Source)
{
    public const string Docx = "docx";

    /// <summary>An edit shortly before the reading may share its second with another one after it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public string? NodeToken { get; init; }
    public string? SpaceId { get; init; }
    public string Title { get; init; } = "";

    /// <summary>The space and the pages above it, outermost first.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];
    public string? Owner { get; init; }
    public string? Url { get; init; }

    /// <summary>Seconds, as listed.</summary>
    public long EditedAt { get; init; }

    /// <summary>What <see cref="EditedAt"/> was when it was read last; -1 when it has to be read again.</summary>
    public long ReadEdit { get; init; } = -1;
    public long Revision { get; init; }
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Blocks that are no text, or could not be read.</summary>
    public int SkippedBlocks { get; init; }

    /// <summary>The other documents that it shows something of, or would: who may read those decides what of it is shown.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How often the readers of one of those changed, and up to which time that was heeded.</summary>
    public int SourceWishes { get; init; }
    public int SourcesServed { get; init; }

    /// <summary>How often somebody wished it read, and the wish that the last reading served.</summary>
    public int Asked { get; init; }
    public int Served { get; init; }
    public Grants? Grants { get; init; }
    public DateTimeOffset? GrantsAt { get; init; }

    /// <summary>How often an event said that who may read it changed.</summary>
    public int GrantsWishes { get; init; }

    /// <summary>Title, place and readers as they were written to the knowledge base; null when it is not in it.</summary>
    public string? Written { get; init; }

    /// <summary>What is in the knowledge base has another title, place or readers by now.</summary>
    public bool IsMoved { get; init; }

    /// <summary>At the last look its facts could not be had: it is gone, or closed to the app.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Listings in a row that did not have it.</summary>
    public int Missing { get; init; }
    public bool? Subscribed { get; init; }
    public DateTimeOffset? SubscribeAfter { get; init; }
    public SyncState State { get; init; }
    public SyncFailure? Failure { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? RetryAt { get; init; }

    [JsonIgnore]
    public string Id => "feishu-" + Token;

    [JsonIgnore]
    public bool IsReadable => Type == Docx;

    /// <summary>Somebody waits for it.</summary>
    [JsonIgnore]
    public bool IsUrgent => Asked > Served || (Grants is not null && GrantsAt is null);

    [JsonIgnore]
    public bool NeedsContent => ReadEdit != EditedAt || Asked > Served || Written is null || ShowsOtherwise;

    /// <summary>What it may show of others is not what it shows, although it has not changed itself.</summary>
    [JsonIgnore]
    public bool ShowsOtherwise => SourceWishes > SourcesServed;

    /// <summary>Something about it is to be done now.</summary>
    public bool IsDue(DateTimeOffset now, TimeSpan permissionInterval) => IsReadable && !(RetryAt > now)
        && (NeedsGrants(now, permissionInterval) || (State != SyncState.Withheld && (NeedsContent || IsMoved)));

    public bool NeedsGrants(DateTimeOffset now, TimeSpan interval) => GrantsAt is not { } at || at + interval <= now;

    public bool IsSettled => ReadAt is not { } at || at - DateTimeOffset.FromUnixTimeSeconds(EditedAt) > Settling;

    /// <summary>Something was wished for since <paramref name="taken"/>, which whoever took it could not know.</summary>
    public bool IsWishedSince(SyncedDocument taken) => Asked > taken.Asked || GrantsWishes > taken.GrantsWishes || SourceWishes > taken.SourceWishes;

    public SyncedDocument GrantsChanged() => this with { GrantsAt = null, GrantsWishes = GrantsWishes + 1, RetryAt = null };

    public SyncedDocument AskedFor() => this with { Asked = Asked + 1, RetryAt = null };
}

/// <summary>What a call came to that failed; said in words by <see cref="Remedies"/>.</summary>
/// <param name="Call">One of <see cref="Feishu.DocumentOperation"/>, or empty.</param>
/// <param name="Code">The platform's, or 0.</param>
/// <param name="Detail">The scopes that are missing, or what an exception said.</param>
internal sealed record SyncFailure(string Call, int Code, string? Detail, DateTimeOffset At);
