using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// What the vectors say of a question that shares no word with its answer. A cosine means something else for every model, so it is
/// held against two that were measured on this index without anybody's judgement: that of sentences with their own passages, and
/// the best one they have with others.
/// </summary>
internal static class DenseEvidence
{
    // The odds are even halfway between the two cosines, and seven to one at each of them.
    private const double Steepness = 4;

    // From this quality on a model's word is taken; below, in proportion.
    private const double Proven = 0.5;

    /// <summary>The probability that the nearest passage answers, with the trust in the model; null when nothing was measured, or the model cannot tell.</summary>
    /// <param name="vector">The question's.</param>
    /// <param name="cosine">That of the nearest passage that the asker may read.</param>
    public static ExplainedConfidence? Of(QueryVector vector, double cosine) => vector is { Match: { } match, Stray: { } stray } && match > stray
        ? new(0, Math.Min(1, vector.Quality / Proven), [new("cosine", cosine, Steepness * (cosine - ((match + stray) / 2)) / (match - stray))])
        : null;
}
