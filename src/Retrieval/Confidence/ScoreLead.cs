using Lucene.Net.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// The shape of a ranking's scores. Where one passage answers, its score stands out; where none does, the first is as good as the
/// next few, however high all of them are.
/// </summary>
internal static class ScoreLead
{
    private const int Followers = 4;

    // With fewer candidates the next few are no longer rivals, only what is left.
    private const int FullRanking = 20;

    /// <summary>How much lower than the first score the next four are on average, as a share of it; less, the fewer candidates there were.</summary>
    /// <param name="ranking">Best first.</param>
    public static double Of(IReadOnlyList<ScoreDoc> ranking)
    {
        if (ranking.Count < 2 || ranking[0].Score <= 0)
            return 0;
        var following = ranking.Skip(1).Take(Followers).Average(scored => scored.Score);
        return (1 - following / ranking[0].Score) * Math.Min(1, ranking.Count / (double)FullRanking);
    }
}
