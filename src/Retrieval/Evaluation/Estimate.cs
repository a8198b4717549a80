namespace Wenlu.Retrieval.Evaluation;

/// <summary>A mean and how far it may be off, because other questions of the same sort could have been asked.</summary>
/// <param name="Mean">The mean over the questions.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
public sealed record Estimate(double Mean, double Low, double High);

/// <summary>The percentile bootstrap (Efron and Tibshirani 1993, chapter 13), with a fixed seed: the same values give the same interval.</summary>
public static class Bootstrap
{
    /// <summary>How often the questions are drawn anew.</summary>
    public const int Resamples = 1_000;

    private const int Seed = 20_261_123;

    /// <summary>The mean with its 95 % interval.</summary>
    /// <param name="values">One for each question, at least one.</param>
    public static Estimate Mean(IReadOnlyList<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var random = new Random(Seed);
        var means = new double[Resamples];
        for (var sample = 0; sample < Resamples; sample++)
            means[sample] = ResampledMean(values, random);
        Array.Sort(means);
        return new Estimate(values.Average(), Percentile.Of(means, 0.025), Percentile.Of(means, 0.975));
    }

    private static double ResampledMean(IReadOnlyList<double> values, Random random)
    {
        var sum = 0.0;
        for (var draw = 0; draw < values.Count; draw++)
            sum += values[random.Next(values.Count)];
        return sum / values.Count;
    }
}
