using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Wenlu.Retrieval.Indexing;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.6), counting only chunks that have the field and that the asker may see, as
/// <see cref="Visibility.VisibleSearcher"/> counts them. Each kind has fields of its
/// own, so a thousand curated questions do not change how rare a word of the documents is. Lucene 4.8 counts all chunks.
/// </summary>
internal sealed class ChunkSimilarity() : BM25Similarity(Saturation, 0.6f)
{
    /// <summary>BM25's k1: how soon another occurrence of a term adds little.</summary>
    public const float Saturation = 1.2f;

    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats)
    {
        var idf = Idf(termStats.DocFreq, collectionStats.DocCount);
        return new Explanation(idf, $"idf(docFreq={termStats.DocFreq}, docCount={collectionStats.DocCount})");
    }

    protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats.SumTotalTermFreq <= 0 ? 1f : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.DocCount);
}
