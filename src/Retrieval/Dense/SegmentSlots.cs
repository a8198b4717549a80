using Lucene.Net.Index;
using Lucene.Net.Util;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// Where the vectors of one segment's chunks of one kind are. In the order of slots rather than of chunks: codes are then read
/// as they lie in memory, which is several times faster than jumping about in it.
/// </summary>
/// <param name="Docs">The chunks that have a vector, by their number in the segment.</param>
/// <param name="Slots">Their slots, rising.</param>
/// <param name="Missing">The chunks without one, and their texts.</param>
/// <param name="Known">How many vectors there were when this was looked up.</param>
internal sealed record SegmentSlots(int[] Docs, int[] Slots, (int Doc, ContentHash Hash)[] Missing, int Known)
{
    public static SegmentSlots Read(AtomicReader segment, string kind, VectorStore store)
    {
        var known = store.Count;
        var (docs, slots, missing) = (new List<int>(), new List<int>(), new List<(int, ContentHash)>());
        foreach (var (doc, hash) in ChunkHashes.Of(segment, kind))
        {
            var slot = store.SlotOf(hash);
            if (slot < 0)
            {
                missing.Add((doc, hash));
                continue;
            }
            docs.Add(doc);
            slots.Add(slot);
        }
        var (sortedDocs, sortedSlots) = (docs.ToArray(), slots.ToArray());
        Array.Sort(sortedSlots, sortedDocs);
        return new SegmentSlots(sortedDocs, sortedSlots, [.. missing], known);
    }
}

/// <summary>Reads which text every chunk of a segment has.</summary>
internal static class ChunkHashes
{
    /// <summary>The chunks of a kind, deleted ones included: segments outlive deletions.</summary>
    public static IEnumerable<(int Doc, ContentHash Hash)> Of(AtomicReader segment, string kind)
    {
        if (segment.GetBinaryDocValues(ChunkFields.Content(kind)) is not { } values)
            yield break;
        var bytes = new BytesRef();
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            values.Get(doc, bytes);
            // Chunks of other kinds lack the field, which reads as no bytes.
            if (bytes.Length == ContentHash.Size)
                yield return (doc, ContentHash.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)));
        }
    }
}
