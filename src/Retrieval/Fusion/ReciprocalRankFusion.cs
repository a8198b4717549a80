using Lucene.Net.Search;

namespace Wenlu.Retrieval.Fusion;

/// <summary>
/// Brings rankings together whose scores cannot be compared: a passage has, for each list that holds it, the list's weight by
/// <see cref="Smoothing"/> plus its rank (Cormack, Clarke and Büttcher, SIGIR 2009).
/// </summary>
internal static class ReciprocalRankFusion
{
    /// <summary>
    /// How little the very first ranks stand out. The paper's 60 is for many lists of like worth: with two, every passage that both
    /// know comes before the best of either, and a weak list costs up to ten times as much as with 10.
    /// </summary>
    public const int Smoothing = 10;

    /// <summary>
    /// Every passage once, best first, equal ones in index order; a single list as it is, with its own scores. Passages that a list
    /// scores alike share the first of their ranks: their order says nothing.
    /// </summary>
    public static IReadOnlyList<ScoreDoc> Fuse(IReadOnlyList<RankedList> lists)
    {
        if (lists is [var only])
            return only.Ranking;
        var scores = new Dictionary<int, double>();
        foreach (var list in lists)
            for (int at = 0, rank = 1; at < list.Ranking.Count; at++)
            {
                var scored = list.Ranking[at];
                if (at > 0 && scored.Score < list.Ranking[at - 1].Score)
                    rank = at + 1;
                scores[scored.Doc] = scores.GetValueOrDefault(scored.Doc) + Share(list.Weight, rank);
            }
        // Sorted as they are handed out: what differs by rounding alone is equal.
        return [.. scores.Select(entry => new ScoreDoc(entry.Key, (float)entry.Value)).OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Doc)];
    }

    /// <summary>What one list gives to the passage that it has at a rank, counted from 1.</summary>
    public static double Share(double weight, int rank) => weight / (Smoothing + rank);
}
