namespace Wenlu.Retrieval.Evaluation;

/// <summary>How much better one run is than another on the same questions, and whether that may be chance.</summary>
/// <param name="Difference">The mean of the differences, second minus first, with its 95 % interval.</param>
/// <param name="P">Two-sided: how often a difference at least as large comes about when only chance decides which run a value is from.</param>
/// <param name="Changed">How many questions differ at all.</param>
public sealed record PairedDifference(Estimate Difference, double P, int Changed)
{
    /// <summary>How often the signs are drawn.</summary>
    public const int Permutations = 10_000;

    private const int Seed = 20_261_123;

    // Sums of the same numbers in another order differ by rounding.
    private const double Rounding = 1e-9;

    /// <summary>
    /// Compares by the sign-flip permutation test (Fisher 1935; for retrieval Smucker, Allan and Carterette, CIKM 2007). The runs
    /// themselves count as one of the permutations, so that p is never 0. With a fixed seed.
    /// </summary>
    /// <param name="first">A value for each question.</param>
    /// <param name="second">The values of the same questions in the same order.</param>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        var differences = first.Zip(second, (before, after) => after - before).ToArray();
        var changed = differences.Where(difference => difference != 0).ToArray();
        return new PairedDifference(Bootstrap.Mean(differences), ChanceOf(changed), changed.Length);
    }

    private static double ChanceOf(double[] changed)
    {
        var observed = Math.Abs(changed.Sum()) - Rounding;
        var random = new Random(Seed);
        var asLarge = 1;
        for (var permutation = 0; permutation < Permutations; permutation++)
            if (Math.Abs(changed.Sum(difference => random.Next(2) == 0 ? difference : -difference)) >= observed)
                asLarge++;
        return asLarge / (Permutations + 1.0);
    }
}
