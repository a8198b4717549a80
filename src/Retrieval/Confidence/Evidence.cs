using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Confidence;

/// <summary>How much of a question its best passages hold, each part weighed by how rare it is.</summary>
/// <param name="Best">The largest share that one passage holds, 0 to 1.</param>
/// <param name="Together">The share that the best three hold together, 0 to 1.</param>
/// <param name="Missing">The weight of the rarest part that no passage holds, 0 to 1 of the rarest part of all.</param>
/// <param name="Amount">The weight that the best passage holds, in nats: one common word proves less than three rare ones.</param>
internal readonly record struct Evidence(double Best, double Together, double Missing, double Amount)
{
    private const double WeakShare = 0.35;
    private const int Passages = 5;
    private const int PassagesTogether = 3;

    /// <summary>Measures.</summary>
    /// <param name="units">The question; empty gives no evidence at all.</param>
    /// <param name="hits">Best first.</param>
    /// <param name="weigh">A unit's weight in nats, above 0.</param>
    public static Evidence Measure(IReadOnlyList<QuestionUnit> units, IReadOnlyList<Hit> hits, Func<QuestionUnit, double> weigh)
    {
        var weights = units.Select(weigh).ToArray();
        var total = weights.Sum();
        if (total <= 0 || hits.Count == 0) return default;
        var held = hits.Take(Passages).Select(hit => Shares(units, TermsOf(hit))).ToArray();
        var best = held.Max(shares => Weighted(shares, weights));
        var together = units.Select((_, i) => held.Take(PassagesTogether).Max(shares => shares[i])).ToArray();
        var missing = units.Select((_, i) => weights[i] * (1 - held.Max(shares => shares[i]))).Max();
        return new Evidence(best / total, Weighted(together, weights) / total, missing / weights.Max(), best);
    }

    private static double Weighted(double[] shares, double[] weights) => shares.Zip(weights, (share, weight) => share * weight).Sum();

    private static double[] Shares(IReadOnlyList<QuestionUnit> units, HashSet<string> terms) =>
        [.. units.Select(unit => unit.Strong.Any(terms.Contains) ? 1 : unit.Weak.Any(terms.Contains) ? WeakShare : 0)];

    private static HashSet<string> TermsOf(Hit hit)
    {
        var text = $"{hit.Title}\n{string.Join('\n', hit.Headings)}\n{hit.Text}";
        return [.. TextAnalyzer.Unigrams(text).Concat(TextAnalyzer.Bigrams(text)).Select(token => token.Term)];
    }
}
