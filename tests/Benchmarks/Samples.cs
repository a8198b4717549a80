using System.Globalization;

namespace Wenlu.Benchmarks;

/// <summary>What one thing measured repeatedly gave.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => Percentile(50);

    public double Percentile(double percent) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];

    /// <summary>The median, and between which values it lies when there are more than one.</summary>
    public string Show(string unit)
    {
        var median = $"{Number(Median)} {unit}";
        return sorted.Length == 1 ? median : $"{median} ({Number(sorted[0])} to {Number(sorted[^1])})";
    }

    private static string Number(double value) => value.ToString(value switch { >= 100 => "N0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
