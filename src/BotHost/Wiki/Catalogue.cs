namespace Wenlu.BotHost.Wiki;

/// <summary>The documents that are mirrored, in memory and in the store: only the replica that syncs has one.</summary>
internal sealed class Catalogue
{
    private readonly WikiStore store;
    private readonly Dictionary<string, SyncedDocument> documents;
    private readonly HashSet<string> busy = [];
    private readonly Lock gate = new();

    private Catalogue(WikiStore store, IReadOnlyList<SyncedDocument> known) =>
        (this.store, documents) = (store, known.ToDictionary(document => document.Token));

    public static async Task<Catalogue> LoadAsync(WikiStore store) => new(store, await store.LoadAsync());

    public IReadOnlyList<SyncedDocument> All
    {
        get
        {
            lock (gate)
                return [.. documents.Values];
        }
    }

    public SyncedDocument? Find(string token)
    {
        lock (gate)
            return documents.GetValueOrDefault(token);
    }

    /// <summary>Whatever was changed about it meanwhile stays: the change is made to the document as it stands. Nothing, when it is gone.</summary>
    public async Task UpdateAsync(string token, Func<SyncedDocument, SyncedDocument> change)
    {
        SyncedDocument changed;
        lock (gate)
        {
            if (!documents.TryGetValue(token, out var document))
                return;
            documents[token] = changed = change(document);
        }
        await store.SaveAsync([changed]);
    }

    /// <summary>Decides over all documents at once.</summary>
    public async Task<IReadOnlyList<SyncedDocument>> MergeAsync(Func<IReadOnlyDictionary<string, SyncedDocument>, ListingMerge> merge)
    {
        ListingMerge merged;
        lock (gate)
        {
            merged = merge(documents);
            foreach (var document in merged.Changed)
                documents[document.Token] = document;
        }
        foreach (var part in merged.Changed.Chunk(200))
            await store.SaveAsync(part);
        return merged.Gone;
    }

    /// <summary>
    /// Gone for whoever looks, then taken out by <paramref name="remove"/>, then forgotten: a process that is killed on the way finds it
    /// again and goes on.
    /// </summary>
    public async Task ForgetAsync(SyncedDocument document, Func<SyncedDocument, Task> remove)
    {
        lock (gate)
            documents.Remove(document.Token);
        await remove(document);
        await store.ForgetAsync(document.Token);
    }

    /// <summary>The next that needs something and that nobody is at, those that somebody waits for first; it is the caller's until <see cref="Leave"/>.</summary>
    public SyncedDocument? Take(Predicate<SyncedDocument> isDue)
    {
        lock (gate)
        {
            SyncedDocument? next = null;
            foreach (var document in documents.Values.Where(document => !busy.Contains(document.Token) && isDue(document)))
            {
                next ??= document;
                if (!document.IsUrgent)
                    continue;
                next = document;
                break;
            }
            if (next is not null)
                busy.Add(next.Token);
            return next;
        }
    }

    public void Leave(string token)
    {
        lock (gate)
            busy.Remove(token);
    }

    public bool IsIdle(Predicate<SyncedDocument> isDue)
    {
        lock (gate)
            return busy.Count == 0 && !documents.Values.Any(document => isDue(document));
    }
}
