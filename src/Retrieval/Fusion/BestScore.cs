using Lucene.Net.Search;

namespace Wenlu.Retrieval.Fusion;

/// <summary>
/// Brings together the rankings of one question in several wordings: a passage has the best of its weighted scores, as if each
/// name in the question had been looked up as a disjunction of maxima. Only for scores of the same kind, which can be compared.
/// </summary>
/// <remarks>
/// Ranks cannot do this: by reciprocal rank, a passage that every wording half matches goes before the one that a single wording
/// matches fully. Figures in the project's README.
/// </remarks>
internal static class BestScore
{
    /// <summary>Every passage once, best first, equal ones in index order.</summary>
    public static IReadOnlyList<ScoreDoc> Fuse(IReadOnlyList<RankedList> wordings)
    {
        if (wordings is [{ Weight: 1 } only])
            return only.Ranking;
        var best = new Dictionary<int, float>();
        foreach (var wording in wordings)
            foreach (var scored in wording.Ranking)
                best[scored.Doc] = Math.Max(best.GetValueOrDefault(scored.Doc), (float)(scored.Score * wording.Weight));
        return [.. best.Select(entry => new ScoreDoc(entry.Key, entry.Value)).OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Doc)];
    }
}
