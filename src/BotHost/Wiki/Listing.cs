namespace Wenlu.BotHost.Wiki;

/// <summary>A document as one look at the wiki found it.</summary>
internal sealed record ListedDocument(string Token, string Type, string Source)
{
    public string? NodeToken { get; init; }
    public string? SpaceId { get; init; }
    public string Title { get; init; } = "";
    public IReadOnlyList<string> Path { get; init; } = [];
    public string? Owner { get; init; }
    public long EditedAt { get; init; }
    public string? Url { get; init; }

    /// <summary>It stands here by a shortcut; where it is at home counts more.</summary>
    public bool IsShortcut { get; init; }

    /// <summary>Something about it is to be asked of the document itself.</summary>
    public bool IsDoubtful { get; init; }
}

/// <summary>What one look at all sources found.</summary>
/// <param name="Complete">Sources that were listed to their end: what they do not have is not there.</param>
/// <param name="Closed">Sources that the app may not list, or only in part: what is known of them may not be readable any more.</param>
internal sealed record Listing(
    IReadOnlyList<ListedDocument> Documents, IReadOnlyList<SpaceFacts> Spaces, IReadOnlyList<SourceFailure> Failures, IReadOnlySet<string> Complete,
    IReadOnlySet<string> Closed);

/// <param name="Gone">What is to be taken out of the knowledge base and forgotten.</param>
internal sealed record ListingMerge(IReadOnlyList<SyncedDocument> Changed, IReadOnlyList<SyncedDocument> Gone)
{
    /// <summary>Listings in a row after which a document that none of them had counts as removed.</summary>
    private const int MostMissing = 2;

    /// <summary>The same with what follows from the spaces: who their members are may have changed without any document changing.</summary>
    public static ListingMerge Of(
        IReadOnlyDictionary<string, SyncedDocument> known, Listing listing, IReadOnlySet<string> wanted, WikiOptions options)
    {
        var merge = Of(known, listing, wanted);
        var spaces = listing.Spaces.ToDictionary(space => space.Id);
        var changed = merge.Changed.ToDictionary(document => document.Token);
        var gone = merge.Gone.Select(document => document.Token).ToHashSet();
        var all = changed.Values.Concat(known.Values.Where(document => !changed.ContainsKey(document.Token) && !gone.Contains(document.Token)));
        return merge with { Changed = [.. all.Select(document => Judge(document, spaces, options)).Where(document => known.GetValueOrDefault(document.Token) != document)] };
    }

    private static SyncedDocument Judge(SyncedDocument document, Dictionary<string, SpaceFacts> spaces, WikiOptions options)
    {
        if (document.State is not (SyncState.Synced or SyncState.Withheld))
            return document;
        var audience = WikiAudience.Of(document, document.SpaceId is { } id ? spaces.GetValueOrDefault(id) : null, options);
        return audience is null == (document.State == SyncState.Withheld)
            ? document with { IsMoved = audience is not null && document.Written != MirroredDocument.Print(document, audience) }
            : document with { GrantsAt = null };
    }

    private static ListingMerge Of(IReadOnlyDictionary<string, SyncedDocument> known, Listing listing, IReadOnlySet<string> wanted)
    {
        var listed = listing.Documents.GroupBy(document => document.Token).ToDictionary(same => same.Key, same => same.OrderBy(document => document.IsShortcut).First());
        var changed = listed.Values.Select(document => Take(document, known.GetValueOrDefault(document.Token))).Where(document => known.GetValueOrDefault(document.Token) != document);
        var absent = known.Values.Where(document => !listed.ContainsKey(document.Token)).Select(document => Miss(document, listing)).ToList();
        return new(
            [.. changed, .. absent.Where(document => document != known[document.Token] && !IsGone(document, wanted))],
            [.. absent.Where(document => IsGone(document, wanted))]);
    }

    private static bool IsGone(SyncedDocument document, IReadOnlySet<string> wanted) => document.Missing >= MostMissing || !wanted.Contains(document.Source);

    private static SyncedDocument Miss(SyncedDocument document, Listing listing) => document switch
    {
        _ when listing.Complete.Contains(document.Source) => document with { Missing = document.Missing + 1 },
        { State: SyncState.Synced } when listing.Closed.Contains(document.Source) && document.Asked == document.Served => document.AskedFor(),
        _ => document,
    };

    private static SyncedDocument Take(ListedDocument listed, SyncedDocument? known)
    {
        var document = (known ?? new(listed.Token, listed.Type, listed.Source) { State = listed.Type == SyncedDocument.Docx ? SyncState.Waiting : SyncState.Skipped }) with
        {
            Source = listed.Source,
            NodeToken = listed.NodeToken,
            SpaceId = listed.SpaceId,
            Title = listed.Title,
            Path = known is not null && known.Path.SequenceEqual(listed.Path) ? known.Path : listed.Path,
            Owner = listed.Owner ?? known?.Owner,
            EditedAt = listed.EditedAt,
            Url = listed.Url ?? known?.Url,
            Missing = 0,
            IsDoubtful = listed.IsDoubtful,
        };
        var isMoved = known is not null && (known.NodeToken != document.NodeToken || known.SpaceId != document.SpaceId);
        var isAsked = known is not null && document.IsReadable && (listed.IsDoubtful || !known.IsSettled) && known.Asked == known.Served && known.State == SyncState.Synced;
        var isBack = known is { IsDoubtful: true, State: SyncState.Failed } && !listed.IsDoubtful;
        return document with
        {
            Asked = document.Asked + (isAsked ? 1 : 0),
            GrantsAt = isMoved ? null : document.GrantsAt,
            RetryAt = isBack ? null : document.RetryAt,
        };
    }
}
