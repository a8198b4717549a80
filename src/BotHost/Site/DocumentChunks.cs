using System.Collections.Concurrent;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Site;

/// <summary>Documents as they were last cut for a page: many answers rest on few documents, and cutting one takes a millisecond.</summary>
internal sealed class DocumentChunks
{
    /// <summary>Some megabytes; then it begins anew.</summary>
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, (string Hash, IReadOnlyList<Chunk> Chunks)> kept = new(StringComparer.Ordinal);

    public IReadOnlyList<Chunk> Of(StoredDocument stored)
    {
        if (kept.TryGetValue(stored.Document.Id, out var known) && known.Hash == stored.ContentHash)
            return known.Chunks;
        var chunks = SourceState.PassagesOf(stored, anchor: null);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[stored.Document.Id] = (stored.ContentHash, chunks);
        return chunks;
    }
}
