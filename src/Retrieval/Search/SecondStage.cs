using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// Adds a second query's score to passages already found. Lucene's own QueryRescorer throws when a segment holds none of the
/// second query's terms, which happens whenever only a title matched.
/// </summary>
internal static class SecondStage
{
    /// <summary>The candidates with first score + <paramref name="weight"/> × second score, best first; equal ones in index order.</summary>
    public static IReadOnlyList<ScoreDoc> Rescore(IndexSearcher searcher, ScoreDoc[] candidates, Query second, float weight)
    {
        var added = searcher.CreateNormalizedWeight(second);
        var leaves = searcher.IndexReader.Leaves;
        return candidates
            .GroupBy(candidate => ReaderUtil.SubIndex(candidate.Doc, leaves))
            .SelectMany(group => InSegment(leaves[group.Key], added, group, weight))
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Doc)
            .ToArray();
    }

    private static IEnumerable<ScoreDoc> InSegment(
        AtomicReaderContext segment, Weight second, IEnumerable<ScoreDoc> candidates, float weight)
    {
        var scorer = second.GetScorer(segment, null);
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Doc))
        {
            var local = candidate.Doc - segment.DocBase;
            if (scorer is not null && scorer.DocID < local)
                scorer.Advance(local);
            var more = scorer?.DocID == local ? scorer.GetScore() : 0;
            yield return new ScoreDoc(candidate.Doc, candidate.Score + weight * more);
        }
    }
}
