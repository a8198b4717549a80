using System.Collections.Concurrent;
using Wenlu.BotHost.Storage;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Knowledge;

/// <summary>
/// Owns this replica's index: opens it, follows the store's feed of changes, and answers searches from what was last refreshed,
/// whatever happens to the store or the disk meanwhile.
/// </summary>
internal sealed partial class KnowledgeIndex(
    KnowledgeStore store, DataFolder folder, PassageEmbedding embedding, TimeProvider time, ILogger<KnowledgeIndex> logger, IReranker? reranker = null)
    : BackgroundService, IRetriever
{
    /// <summary>Half of what another replica's push may take to be seen here; one small read.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>A commit costs a flush to the disk; what a crash loses since the last one is read from the store again.</summary>
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(5);

    /// <summary>Documents in memory at once: with the largest allowed, 160 MB; usually far below one.</summary>
    private const int BatchSize = 16;

    /// <summary>Cutting and indexing at once, so that a first catch-up leaves no core idle and on a larger machine some to those who ask.</summary>
    private const int Writers = 2;

    /// <summary>More are not put in order to choose a few of them: the first in the index are as good.</summary>
    private const int MostListed = 2_000;

    private readonly WakeUp wake = new();
    private readonly ConcurrentQueue<DocumentKey> again = new();
    private readonly ChunkCounts chunks = new();
    private readonly Milestones milestones = new();
    private readonly TaskCompletionSource firstCatchUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DocumentIndex? index;
    private long committed;

    /// <summary>How far the feed may have been trimmed without anything missing here: an index that began empty, or was compared, lacks no deletion before.</summary>
    private long complete;

    private long lastCommit;

    /// <summary>Completes the first time that everything in the store is searchable.</summary>
    public Task FirstCatchUp => firstCatchUp.Task;

    public bool IsCaughtUp => FirstCatchUp.IsCompleted;

    public Glossary Glossary => index?.Glossary ?? Glossary.Empty;

    /// <summary>Why the index stands still at an older state; null while it follows.</summary>
    public Exception? Failure { get; private set; }

    public int DocumentCount(string kind) => index?.DocumentCount(kind) ?? 0;

    /// <summary>Whether this replica finds what a change brought.</summary>
    public bool HasReached(long change) => IsCaughtUp && milestones.Reached >= change;

    public int ChunkCountOf(DocumentKey key) => index?.ChunkCountOf(key.Kind, key.Id) ?? 0;

    public int ChunkCount => index?.ChunkCount ?? 0;

    /// <summary>Some documents of a kind that these labels open, always the same ones however many others there are.</summary>
    public IReadOnlyList<string> ReadableIds(string kind, IReadOnlyCollection<string> labels, int count) =>
        [.. (index?.Ids(kind, labels, MostListed) ?? []).Order(StringComparer.Ordinal).Take(count)];

    /// <summary>Whether there is any document of a kind that these labels open; of all, for null.</summary>
    public bool HasReadable(string kind, IReadOnlyCollection<string>? labels) =>
        labels is null ? DocumentCount(kind) > 0 : index?.Ids(kind, labels, 1).Count > 0;

    /// <summary>Waits for the first catch-up: a half-read knowledge base would answer "not found" to everything.</summary>
    public async ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await firstCatchUp.Task.WaitAsync(cancellationToken);
        return await index!.SearchAsync(query, cancellationToken);
    }

    /// <summary>Returns when the change, and every one before it, can be found; no search is answered before the first catch-up.</summary>
    public Task CatchUpAsync(long change, CancellationToken cancellationToken)
    {
        var reached = milestones.ReachAsync(change);
        wake.Ring();
        return Task.WhenAll(reached, FirstCatchUp).WaitAsync(cancellationToken);
    }

    /// <summary>Like <see cref="CatchUpAsync"/>, and says into how many chunks the document was cut.</summary>
    public async Task<int> CountChunksAsync(DocumentKey key, long change, CancellationToken cancellationToken)
    {
        await CatchUpAsync(change, cancellationToken);
        while (true)
        {
            if (chunks.Find(key) is { } count)
                return count;
            var indexed = chunks.NextAsync();
            again.Enqueue(key);
            wake.Ring();
            await indexed.WaitAsync(cancellationToken);
        }
    }

    public override void Dispose()
    {
        index?.Dispose();
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
            await FollowUntilTroubleAsync(stoppingToken);
        Commit();
    }

    /// <summary>Trouble of any kind ends here: the last good searcher stays, and after a pause the same place is tried again.</summary>
    private async Task FollowUntilTroubleAsync(CancellationToken stoppingToken)
    {
        try
        {
            index ??= await OpenAsync();
            await FollowAsync(index, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopping(logger, milestones.Reached);
        }
        catch (Exception exception)
        {
            if (Failure is null)
                Log.StandsStill(logger, exception, milestones.Reached);
            Failure = exception;
            await Task.Delay(RetryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<DocumentIndex> OpenAsync()
    {
        var owner = await store.GetIdentityAsync();
        var newest = await store.GetLastChangeAsync();
        var opened = DocumentIndex.Open(folder.Index, owner, reranker, embedding.Index);
        complete = await store.GetTrimmedAsync();
        if (opened.Position > newest)
            opened = StartOver(opened, owner, () => Log.AheadOfStore(logger, opened.Position, newest));
        else if (!opened.Rebuilt && opened.Position < complete)
            opened = StartOver(opened, owner, () => Log.BehindFeed(logger, opened.Position, complete));
        else if (opened.Reason is not (RebuildReason.None or RebuildReason.Missing))
            Log.BuiltAgain(logger, opened.Reason, opened.ReasonDetail ?? "its files are whole");
        // The glossary is no part of the index, which may be continued behind the change that brought it.
        opened.Glossary = GlossaryOf(await store.FindAsync(GlossaryDocument.Key));
        Log.Opened(logger, opened.Rebuilt, opened.Position, newest);
        committed = opened.Position;
        lastCommit = time.GetTimestamp();
        milestones.Pass(opened.Position);
        return opened;
    }

    /// <summary>
    /// A store restored from a backup counts its changes anew, and an index from its future holds what no longer exists; so does one
    /// that was away for longer than deletions are remembered.
    /// </summary>
    private DocumentIndex StartOver(DocumentIndex unusable, string owner, Action say)
    {
        say();
        unusable.Dispose();
        Directory.Delete(folder.Index, recursive: true);
        return DocumentIndex.Open(folder.Index, owner, reranker, embedding.Index);
    }

    private async Task FollowAsync(DocumentIndex opened, CancellationToken stoppingToken)
    {
        while (true)
        {
            await ReadFeedAsync(opened, stoppingToken);
            await IndexAgainAsync(opened);
            Recovered();
            CommitWhenDue();
            await wake.SleepAsync(Poll, stoppingToken);
        }
    }

    private async Task ReadFeedAsync(DocumentIndex opened, CancellationToken stoppingToken)
    {
        var position = milestones.Reached;
        IReadOnlyList<FeedEntry> entries;
        do
        {
            stoppingToken.ThrowIfCancellationRequested();
            (entries, var trimmed) = await store.FollowFeedAsync(position, BatchSize);
            if (trimmed > Math.Max(position, complete))
                await CompareAsync(opened, position, trimmed);
            await ApplyAsync(opened, [.. entries.Select(entry => entry.Key)]);
            position = entries is [.., var last] ? last.Change : position;
            if (entries.Count < BatchSize || milestones.IsAwaited(position))
                Show(opened, position);
        }
        while (entries.Count > 0);
        firstCatchUp.TrySetResult();
    }

    /// <summary>
    /// What was trimmed from the feed before it was read here were deletions, all of documents that are no longer in it: those go, and
    /// the searches go on meanwhile.
    /// </summary>
    private async Task CompareAsync(DocumentIndex opened, long position, long trimmed)
    {
        Log.Compared(logger, position, trimmed);
        var known = await store.ReadKeysAsync();
        foreach (var (kind, id) in opened.Documents().Where(document => !known.Contains(new(document.Kind, document.Id))))
            opened.Delete(kind, id);
        opened.Glossary = GlossaryOf(await store.FindAsync(GlossaryDocument.Key));
        opened.Refresh();
        complete = trimmed;
    }

    /// <summary>
    /// What is read is at least as new as its entry in the feed; if newer, a later entry only repeats it. The feed has each document
    /// once, at its last change: those of one batch may be written in any order.
    /// </summary>
    private async Task ApplyAsync(DocumentIndex opened, IReadOnlyList<DocumentKey> keys)
    {
        var documents = await Task.WhenAll(keys.Select(store.FindAsync));
        await Parallel.ForEachAsync(keys.Zip(documents), new ParallelOptions { MaxDegreeOfParallelism = Writers }, (change, _) =>
        {
            Apply(opened, change.First, change.Second);
            return ValueTask.CompletedTask;
        });
    }

    private void Apply(DocumentIndex opened, DocumentKey key, StoredDocument? document)
    {
        if (key == GlossaryDocument.Key)
            opened.Glossary = GlossaryOf(document);
        var count = document is null || key == GlossaryDocument.Key ? null : TryUpsert(opened, document);
        if (count is null)
            opened.Delete(key.Kind, key.Id);
        chunks.Keep(key, count ?? 0);
    }

    /// <summary>One document that cannot be cut must not stop the feed; its older text goes too, for its audience may have been wider.</summary>
    private int? TryUpsert(DocumentIndex opened, StoredDocument document)
    {
        try
        {
            return opened.Upsert(document.ToSource());
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException)
        {
            Log.NotIndexed(logger, exception, document.Document.Key, document.Revision);
            return null;
        }
    }

    /// <summary>What was written before it had to be a glossary, or by another version, understands nothing.</summary>
    private Glossary GlossaryOf(StoredDocument? document)
    {
        try
        {
            return document is null ? Glossary.Empty : Glossary.Parse(document.Document.Markdown);
        }
        catch (GlossaryFormatException exception)
        {
            Log.NoGlossary(logger, exception, document!.Revision);
            return Glossary.Empty;
        }
    }

    private void Show(DocumentIndex opened, long position)
    {
        if (position == milestones.Reached)
            return;
        opened.Refresh();
        milestones.Pass(position);
    }

    /// <summary>A push that changed nothing still asks for its number of chunks, which only the index knows.</summary>
    private async Task IndexAgainAsync(DocumentIndex opened)
    {
        while (again.TryPeek(out var key))
        {
            await ApplyAsync(opened, [key]);
            again.TryDequeue(out _);
        }
        chunks.Announce();
    }

    private void CommitWhenDue()
    {
        if (time.GetElapsedTime(lastCommit) >= CommitInterval)
            Commit();
    }

    private void Commit()
    {
        lastCommit = time.GetTimestamp();
        if (index is null || committed == milestones.Reached)
            return;
        index.Commit(milestones.Reached);
        committed = milestones.Reached;
    }

    private void Recovered()
    {
        if (Failure is not null)
            Log.Follows(logger, milestones.Reached);
        Failure = null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Opened the index (rebuilding: {Rebuilt}) at change {Position} of {Newest}.")]
        public static partial void Opened(ILogger logger, bool rebuilt, long position, long newest);

        [LoggerMessage(2, LogLevel.Warning, "The index is at change {Position} but the store only at {Newest}; the index is built again.")]
        public static partial void AheadOfStore(ILogger logger, long position, long newest);

        [LoggerMessage(8, LogLevel.Warning, "The index is at change {Position}, and the feed no longer has the deletions up to {Trimmed}; the index is built again.")]
        public static partial void BehindFeed(ILogger logger, long position, long trimmed);

        [LoggerMessage(9, LogLevel.Warning, "The feed no longer has the deletions between {Position} and {Trimmed}; the index was compared with the store.")]
        public static partial void Compared(ILogger logger, long position, long trimmed);

        [LoggerMessage(10, LogLevel.Warning, "The local index cannot be continued: {Reason} ({Detail}). It is built again from the store.")]
        public static partial void BuiltAgain(ILogger logger, RebuildReason reason, string detail);

        [LoggerMessage(3, LogLevel.Error, "The index stands still at change {Position} and will be tried again; searches are answered from what it holds.")]
        public static partial void StandsStill(ILogger logger, Exception exception, long position);

        [LoggerMessage(4, LogLevel.Information, "The index follows the store again, at change {Position}.")]
        public static partial void Follows(ILogger logger, long position);

        [LoggerMessage(6, LogLevel.Error, "Left {Document} (revision {Revision}) out of the index: it cannot be cut into chunks.")]
        public static partial void NotIndexed(ILogger logger, Exception exception, DocumentKey document, long revision);

        [LoggerMessage(7, LogLevel.Error, "The glossary (revision {Revision}) cannot be read; questions are searched as they are.")]
        public static partial void NoGlossary(ILogger logger, Exception exception, long revision);

        [LoggerMessage(5, LogLevel.Debug, "Stopped following the store at change {Position}.")]
        public static partial void Stopping(ILogger logger, long position);
    }
}
