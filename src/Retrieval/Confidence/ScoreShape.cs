using Lucene.Net.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>What a ranking's scores say besides the order. Where one passage answers, its score stands out; where none does, the first is as good as the next few, however high all of them are.</summary>
/// <param name="Lead">How much lower than the first score the next four are on average, as a share of it; less, the fewer candidates there were.</param>
/// <param name="Share">The first score as a share of what a passage made of the question's terms alone could get, 0 to 1.</param>
internal readonly record struct ScoreShape(double Lead, double Share)
{
    private const int Followers = 4;

    // With fewer candidates the next few are no longer rivals, only what is left.
    private const int FullRanking = 20;

    /// <param name="ranking">Best first.</param>
    /// <param name="ceiling">See <see cref="TermWeights.CeilingOf"/>.</param>
    public static ScoreShape Of(IReadOnlyList<ScoreDoc> ranking, double ceiling) => ranking is [{ Score: > 0 } first, ..]
        ? new ScoreShape(LeadOf(first.Score, ranking), Math.Min(1, first.Score / ceiling))
        : default;

    private static double LeadOf(double first, IReadOnlyList<ScoreDoc> ranking) => ranking.Count < 2
        ? 0
        : (1 - ranking.Skip(1).Take(Followers).Average(scored => scored.Score) / first) * Math.Min(1, ranking.Count / (double)FullRanking);
}
