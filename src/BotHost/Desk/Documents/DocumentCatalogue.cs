using System.Collections.Immutable;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>
/// All documents and editors' answers but their texts, to be looked through. It reads on in the store's feed whenever somebody asks,
/// so that it has what any replica wrote, and costs nothing while nobody sits at the desk.
/// </summary>
internal sealed class DocumentCatalogue(KnowledgeStore store) : IDisposable
{
    private const int BatchSize = 500;

    private readonly SemaphoreSlim gate = new(1, 1);
    private ImmutableDictionary<DocumentKey, StoredDocument> known = ImmutableDictionary<DocumentKey, StoredDocument>.Empty;
    private string owner = string.Empty;
    private long position;

    /// <summary>How far the feed may have been trimmed without a deletion missing here.</summary>
    private long complete;

    public void Dispose() => gate.Dispose();

    /// <summary>As they are in this moment.</summary>
    public async Task<IReadOnlyDictionary<DocumentKey, StoredDocument>> ReadAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await StartOverIfOtherAsync();
            while (await ReadOnAsync())
                cancellationToken.ThrowIfCancellationRequested();
            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(cancellationToken)).Values.Where(stored => stored.Document.Kind == kind)];

    /// <summary>A store that was restored from a backup counts its changes anew.</summary>
    private async Task StartOverIfOtherAsync()
    {
        var (identity, newest) = (await store.GetIdentityAsync(), await store.GetLastChangeAsync());
        if (identity == owner && newest >= position)
            return;
        (owner, position, complete, known) = (identity, 0, 0, known.Clear());
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ReadOnAsync()
    {
        var page = await store.FollowFeedAsync(position, BatchSize);
        if (page.Trimmed > Math.Max(position, complete))
            await ForgetMissedAsync(page.Trimmed);
        var facts = await Task.WhenAll(page.Entries.Select(entry => FindAsync(entry.Key)));
        known = known
            .RemoveRange(page.Entries.Select(entry => entry.Key))
            .SetItems(facts.OfType<StoredDocument>().Select(stored => KeyValuePair.Create(stored.Document.Key, stored)));
        position = page.Entries is [.., var last] ? last.Change : position;
        return page.Entries.Count == BatchSize;
    }

    private Task<StoredDocument?> FindAsync(DocumentKey key) =>
        key.Kind is Kinds.Document or Kinds.Answer ? store.FindFactsAsync(key) : Task.FromResult<StoredDocument?>(null);

    /// <summary>Deletions that the feed no longer tells of.</summary>
    private async Task ForgetMissedAsync(long trimmed)
    {
        if (!known.IsEmpty)
        {
            var living = await store.ReadKeysAsync();
            known = known.RemoveRange(known.Keys.Where(key => !living.Contains(key)));
        }
        complete = trimmed;
    }
}
