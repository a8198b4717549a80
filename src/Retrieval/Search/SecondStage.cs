using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// Adds a second query's score to passages already found and lifts those whose section is called what is asked. Lucene's own
/// QueryRescorer throws when a segment holds none of the second query's terms, which happens whenever only a title matched.
/// </summary>
internal sealed class SecondStage(IndexSearcher searcher, Query second, SectionName name)
{
    private readonly Weight weight = searcher.CreateNormalizedWeight(second);

    /// <summary>The candidates with their new scores, best first; equal ones in index order.</summary>
    public IReadOnlyList<ScoreDoc> Rescore(ScoreDoc[] candidates)
    {
        var leaves = searcher.IndexReader.Leaves;
        return candidates
            .GroupBy(candidate => ReaderUtil.SubIndex(candidate.Doc, leaves))
            .SelectMany(group => InSegment(leaves[group.Key], group))
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Doc)
            .ToArray();
    }

    private IEnumerable<ScoreDoc> InSegment(AtomicReaderContext segment, IEnumerable<ScoreDoc> candidates)
    {
        var scorer = weight.GetScorer(segment, null);
        var names = segment.AtomicReader.GetBinaryDocValues(ChunkFields.Name);
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Doc))
        {
            var local = candidate.Doc - segment.DocBase;
            if (scorer is not null && scorer.DocID < local)
                scorer.Advance(local);
            var more = scorer?.DocID == local ? scorer.GetScore() : 0;
            yield return new ScoreDoc(candidate.Doc, (candidate.Score + Ranking.Unigrams * more) * Lift(names, local));
        }
    }

    /// <summary>What the score of a passage is multiplied by for its section's name.</summary>
    public float LiftOf(int passage)
    {
        var leaves = searcher.IndexReader.Leaves;
        var segment = leaves[ReaderUtil.SubIndex(passage, leaves)];
        return Lift(segment.AtomicReader.GetBinaryDocValues(ChunkFields.Name), passage - segment.DocBase);
    }

    private float Lift(BinaryDocValues names, int local)
    {
        var written = new BytesRef();
        names.Get(local, written);
        return (float)(1 + Ranking.Name * Math.Pow(name.Likeness(written.Utf8ToString()), Ranking.NameExponent));
    }
}
