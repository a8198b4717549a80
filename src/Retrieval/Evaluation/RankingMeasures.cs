namespace Wenlu.Retrieval.Evaluation;

/// <summary>How good one ranking of documents is for one question, from 0 to 1; each formula as trec_eval has it but where said.</summary>
public static class RankingMeasures
{
    /// <summary>The relevant documents among the first <paramref name="depth"/>, by all relevant ones (Manning, Raghavan and Schütze 2008, 8.4).</summary>
    /// <param name="ranked">Document ids, best first, none twice.</param>
    /// <param name="relevant">The relevant documents with their relevance, at least one, each above 0.</param>
    /// <param name="depth">How many of the ranked are looked at, at least 1.</param>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant, int depth) =>
        ranked.Take(depth).Count(relevant.ContainsKey) / (double)relevant.Count;

    /// <summary>1 by the rank of the first relevant document, 0 when it is not among the first <paramref name="depth"/> (Voorhees, TREC-8 1999).</summary>
    /// <param name="ranked">Document ids, best first, none twice.</param>
    /// <param name="relevant">The relevant documents with their relevance.</param>
    /// <param name="depth">How many of the ranked are looked at, at least 1.</param>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant, int depth)
    {
        var before = ranked.Take(depth).TakeWhile(document => !relevant.ContainsKey(document)).Count();
        return before < Math.Min(depth, ranked.Count) ? 1.0 / (before + 1) : 0;
    }

    /// <summary>
    /// Discounted cumulative gain by that of the best possible ranking, with the gain 2^relevance − 1 and the discount log2(rank + 1)
    /// (Burges et al., ICML 2005; Järvelin and Kekäläinen 2002 have the relevance itself as gain).
    /// </summary>
    /// <param name="ranked">Document ids, best first, none twice.</param>
    /// <param name="relevant">The relevant documents with their relevance, at least one, each above 0.</param>
    /// <param name="depth">How many of the ranked are looked at, at least 1.</param>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant, int depth) =>
        Gain(ranked.Take(depth).Select(document => relevant.GetValueOrDefault(document)))
        / Gain(relevant.Values.OrderDescending().Take(depth));

    /// <summary>1 when one of the first <paramref name="depth"/> is what was looked for, else 0: the success@k of trec_eval.</summary>
    /// <param name="found">For each rank, whether it is.</param>
    /// <param name="depth">How many are looked at, at least 1.</param>
    public static double Hit(IEnumerable<bool> found, int depth) => found.Take(depth).Contains(true) ? 1 : 0;

    private static double Gain(IEnumerable<int> relevances) =>
        relevances.Select((relevance, index) => (Math.Pow(2, relevance) - 1) / Math.Log2(index + 2)).Sum();
}
