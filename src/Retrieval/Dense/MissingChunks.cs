using Lucene.Net.Index;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>A text that lacks a vector.</summary>
internal sealed record MissingText(ContentHash Hash, string Text);

/// <summary>What an index still has to have embedded.</summary>
/// <param name="Texts">The first of them, each once.</param>
/// <param name="Passages">How many passages lack a vector.</param>
/// <param name="Refused">How many of those the model would not embed before.</param>
internal sealed record MissingChunks(IReadOnlyList<MissingText> Texts, int Passages, int Refused)
{
    /// <summary>Looks through one state of an index.</summary>
    /// <param name="reader">That state.</param>
    /// <param name="store">Whose vectors count; null when there are none yet.</param>
    /// <param name="isRefused">Texts left out.</param>
    /// <param name="count">At most so many texts.</param>
    public static MissingChunks In(IndexReader reader, VectorStore? store, Predicate<ContentHash> isRefused, int count)
    {
        var texts = new Dictionary<ContentHash, MissingText>();
        var (passages, refused) = (0, 0);
        foreach (var (segment, doc, hash) in Of(reader, store))
        {
            passages++;
            if (isRefused(hash))
                refused++;
            else if (texts.Count < count && !texts.ContainsKey(hash))
                texts.Add(hash, new MissingText(hash, ChunkFields.ReadEmbedded(segment.AtomicReader.Document(doc))));
        }
        return new MissingChunks([.. texts.Values], passages, refused);
    }

    private static IEnumerable<(AtomicReaderContext Segment, int Doc, ContentHash Hash)> Of(IndexReader reader, VectorStore? store) =>
        from segment in reader.Leaves
        from kind in ChunkFields.KindsIn(segment.AtomicReader)
        from chunk in store is null ? ChunkHashes.Of(segment.AtomicReader, kind) : store.SlotsOf(segment.AtomicReader, kind).Missing
        where segment.AtomicReader.LiveDocs?.Get(chunk.Doc) != false
        select (segment, chunk.Doc, chunk.Hash);
}
