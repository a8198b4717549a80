using System.Numerics.Tensors;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// The passages nearest to a question's vector: the codes of all allowed passages are compared, the vectors of the nearest few
/// hundred. Up to that many allowed passages the result is exact.
/// </summary>
internal sealed class DenseSearch(IndexSearcher searcher, QueryVector query)
{
    /// <summary>How many of the nearest codes have their vectors compared; measured, see this project's README.</summary>
    public const int Rescored = 2000;

    private readonly VectorStore store = query.Store;
    private readonly CodeTable codes = query.Store.Codes;

    /// <summary>At most <paramref name="count"/> passages of a kind with their cosines, best first, equal ones in index order.</summary>
    public ScoreDoc[] Find(string kind, Filter? access, IReadOnlyCollection<string> except, int count)
    {
        var code = new ulong[codes.Encoder.Words];
        codes.Encoder.Encode(query.Values, code);
        var nearest = new NearestCodes(Math.Max(Rescored, count), codes.Encoder.Bits);
        foreach (var segment in searcher.IndexReader.Leaves)
            Scan(segment, kind, AllowedChunks.In(segment, kind, access, except), code, nearest);
        return [.. Rescore(nearest.Best()).OrderByDescending(found => found.Score).ThenBy(found => found.Doc).Take(count)];
    }

    private void Scan(AtomicReaderContext segment, string kind, IBits? allowed, ReadOnlySpan<ulong> code, NearestCodes nearest)
    {
        var (docs, slots, _, _) = store.SlotsOf(segment.AtomicReader, kind);
        for (var i = 0; i < docs.Length && slots[i] < codes.Count; i++)
        {
            // Compared before it is known to be allowed: to read memory on and on takes less time than to skip nine tenths of it.
            var distance = (int)TensorPrimitives.HammingBitDistance(code, codes[slots[i]]);
            if (distance <= nearest.Limit && allowed?.Get(docs[i]) != false)
                nearest.Add(new NearCode(segment.DocBase + docs[i], slots[i], distance));
        }
    }

    private List<ScoreDoc> Rescore(IEnumerable<NearCode> candidates)
    {
        var found = new List<ScoreDoc>();
        var vector = new float[query.Values.Length];
        using var vectors = store.View();
        foreach (var candidate in candidates)
        {
            vectors.Read(candidate.Slot, vector);
            found.Add(new ScoreDoc(candidate.Doc, TensorPrimitives.Dot<float>(query.Values, vector)));
        }
        return found;
    }
}
