namespace Wenlu.Retrieval.Evaluation;

/// <summary>How well confidence tells questions that the documents answer from those they do not.</summary>
public static class RefusalMeasures
{
    /// <summary>
    /// The probability that an answerable question gets a higher confidence than an unanswerable one, equal ones counting half:
    /// the area under the ROC curve, by ranks (Hanley and McNeil 1982). 0.5 is chance.
    /// </summary>
    /// <param name="answerable">Their confidences, at least one.</param>
    /// <param name="unanswerable">Their confidences, at least one.</param>
    public static double AreaUnderCurve(IReadOnlyList<double> answerable, IReadOnlyList<double> unanswerable)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answerable.Count);
        ArgumentOutOfRangeException.ThrowIfZero(unanswerable.Count);
        double[] sorted = [.. unanswerable.Order()];
        return answerable.Sum(confidence => (Below(sorted, confidence) + NotAbove(sorted, confidence)) / 2.0)
            / ((double)answerable.Count * unanswerable.Count);
    }

    /// <summary>The highest threshold under which no more than a share of the answerable questions falls; what is below it is refused.</summary>
    /// <param name="answerable">Their confidences, at least one.</param>
    /// <param name="falseRefusals">The share, 0 to below 1.</param>
    public static double ThresholdAt(IReadOnlyList<double> answerable, double falseRefusals)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answerable.Count);
        return answerable.Order().ElementAt((int)(falseRefusals * answerable.Count));
    }

    /// <summary>The share of confidences below a threshold.</summary>
    /// <param name="confidences">At least one.</param>
    /// <param name="threshold">What is below it is refused.</param>
    public static double RefusedBelow(IReadOnlyList<double> confidences, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfZero(confidences.Count);
        return confidences.Count(confidence => confidence < threshold) / (double)confidences.Count;
    }

    private static int Below(double[] sorted, double value) => FirstIndex(sorted, other => other >= value);

    private static int NotAbove(double[] sorted, double value) => FirstIndex(sorted, other => other > value);

    private static int FirstIndex(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
