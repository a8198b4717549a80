namespace Wenlu.Benchmarks.Confidence;

/// <summary>
/// A reliability diagram: of the questions given about the same probability, how many were answered. Found and unfound, near and
/// foreign questions are weighed as they were fitted: half of all are answered, and every set and kind counts the same.
/// </summary>
internal sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double Error)
{
    public static Reliability Of(IEnumerable<(Trial Trial, double Probability)> judged, int bins)
    {
        var entries = Weighed([.. judged.Where(entry => entry.Trial.Teaches)]);
        var total = entries.Sum(entry => entry.Weight);
        var filled = Enumerable.Range(0, bins).Select(bin => Bin([.. entries.Where(entry => Math.Min(bins - 1, (int)(entry.Probability * bins)) == bin)])).ToArray();
        return new Reliability(filled, filled.Sum(bin => bin.Weight / total * Math.Abs(bin.Mean - bin.Answered)));
    }

    private static (bool Answered, double Probability, double Weight)[] Weighed((Trial Trial, double Probability)[] judged)
    {
        var groups = judged.CountBy(entry => (entry.Trial.Set, entry.Trial.Size, entry.Trial.Kind)).ToDictionary();
        return [.. judged.Select(entry => (entry.Trial.IsAnswered, entry.Probability,
            (entry.Trial.IsAnswered ? 1 : 0.5) / groups[(entry.Trial.Set, entry.Trial.Size, entry.Trial.Kind)]))];
    }

    private static ReliabilityBin Bin((bool Answered, double Probability, double Weight)[] entries)
    {
        var weight = entries.Sum(entry => entry.Weight);
        return weight == 0
            ? new ReliabilityBin(0, 0, 0, 0)
            : new ReliabilityBin(entries.Sum(entry => entry.Probability * entry.Weight) / weight, entries.Sum(entry => entry.Answered ? entry.Weight : 0) / weight, entries.Length, weight);
    }
}

internal readonly record struct ReliabilityBin(double Mean, double Answered, int Count, double Weight);
