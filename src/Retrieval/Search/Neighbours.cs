using Lucene.Net.Search;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// Reads the passages around a hit. Those of a document are written as one block, which Lucene keeps together: what stands
/// before and behind a passage in the index, with the number that follows, belongs to the same document.
/// </summary>
internal sealed class Neighbours(IndexSearcher searcher, int reach)
{
    /// <summary>The hit with as many passages before and after it as there are within reach.</summary>
    public Hit With(Hit hit) => reach == 0
        ? hit
        : hit with { Neighbours = [.. Read(hit, -1).Reverse(), .. Read(hit, 1)] };

    private IEnumerable<Chunk> Read(Hit hit, int direction)
    {
        for (var step = direction; Math.Abs(step) <= reach; step += direction)
        {
            var (place, number) = (hit.Place + step, hit.ChunkNumber + step);
            if (number < 0 || place >= searcher.IndexReader.MaxDoc)
                yield break;
            var found = ChunkFields.Read(searcher.Doc(place), 0);
            if (found.ChunkNumber != number)
                yield break;
            yield return new Chunk(number, found.Headings, found.Anchor, found.Text);
        }
    }
}
