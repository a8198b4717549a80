using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>How much of a question one passage holds, each part weighed by how rare it is.</summary>
/// <param name="Coverage">The largest share of the question's weight that one passage holds, 0 to 1.</param>
/// <param name="Amount">The weight that this passage holds, in nats: one common word proves less than three rare ones.</param>
internal readonly record struct Evidence(double Coverage, double Amount)
{
    // A character without its neighbour, a part of a code: it may stand there for another reason.
    private const double WeakShare = 0.35;

    // The answer is hardly ever below the fifth hit, and every further passage is a further chance to match by accident.
    public const int Passages = 5;

    /// <summary>Measures.</summary>
    /// <param name="units">The question; empty gives no evidence at all.</param>
    /// <param name="hits">Best first.</param>
    /// <param name="weigh">A unit's weight in nats, above 0.</param>
    public static Evidence Measure(IReadOnlyList<QuestionUnit> units, IReadOnlyList<Hit> hits, Func<QuestionUnit, double> weigh)
    {
        var weights = units.Select(weigh).ToArray();
        var total = weights.Sum();
        if (total <= 0 || hits.Count == 0)
            return default;
        var best = hits.Take(Passages).Max(hit => WeightIn(PassageTerms.Of(hit), units, weights));
        return new Evidence(best / total, best);
    }

    private static double WeightIn(PassageTerms passage, IReadOnlyList<QuestionUnit> units, double[] weights) =>
        units.Zip(weights, (unit, weight) => weight * ShareIn(passage, unit)).Sum();

    private static double ShareIn(PassageTerms passage, QuestionUnit unit) =>
        unit.Strong.Any(term => passage.Holds(term, unit.Ideographic)) ? 1
        : unit.Weak.Any(term => passage.Holds(term, unit.Ideographic)) ? WeakShare
        : 0;
}
