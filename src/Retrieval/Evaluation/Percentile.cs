namespace Wenlu.Retrieval.Evaluation;

/// <summary>Percentiles by nearest rank: always one of the values.</summary>
public static class Percentile
{
    /// <summary>The least value that at least this share of the values does not exceed.</summary>
    /// <param name="ascending">At least one value.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    public static double Of(IReadOnlyList<double> ascending, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(ascending.Count);
        return ascending[Math.Clamp((int)Math.Ceiling(share * ascending.Count) - 1, 0, ascending.Count - 1)];
    }
}
