namespace Wenlu.Retrieval.Tests.Related;

/// <summary>How well a measure of likeness tells the same questions from different ones.</summary>
internal static class PairJudge
{
    /// <summary>The share of pairs that a threshold judges as people did.</summary>
    public static double Accuracy(IEnumerable<QuestionPair> pairs, Func<string, string, double> likeness, double threshold) =>
        pairs.Average(pair => likeness(pair.One, pair.Other) >= threshold == pair.Same ? 1.0 : 0);

    /// <summary>The threshold that judges most pairs rightly.</summary>
    public static double BestThreshold(IReadOnlyList<QuestionPair> pairs, Func<string, string, double> likeness)
    {
        var scored = pairs.Select(pair => (pair.Same, Likeness: likeness(pair.One, pair.Other))).ToList();
        return scored.Select(pair => pair.Likeness).Distinct()
            .MaxBy(threshold => scored.Count(pair => pair.Likeness >= threshold == pair.Same));
    }

    /// <summary>The probability that a pair of the same questions is liker than one of different ones (the area under the ROC curve).</summary>
    public static double Auc(IReadOnlyList<QuestionPair> pairs, Func<string, string, double> likeness)
    {
        var scored = pairs.Select(pair => (pair.Same, Likeness: likeness(pair.One, pair.Other))).ToList();
        var different = scored.FindAll(pair => !pair.Same);
        return scored.FindAll(pair => pair.Same).Average(same => different.Average(other =>
            same.Likeness > other.Likeness ? 1 : same.Likeness == other.Likeness ? 0.5 : 0));
    }
}
