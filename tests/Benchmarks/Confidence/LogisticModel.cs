namespace Wenlu.Benchmarks.Confidence;

/// <summary>Logistic regression over standardised features, with a penalty on their squared weights, by Newton's method.</summary>
internal sealed class LogisticModel
{
    private const double Penalty = 1;
    private const int Steps = 25;

    private LogisticModel(double[] weights) => Weights = weights;

    /// <summary>The intercept, then a weight for each feature as it is measured.</summary>
    public double[] Weights { get; }

    /// <summary>The probability; 0 without values.</summary>
    public double Predict(double[] values) => values.Length == 0 ? 0 : 1 / (1 + Math.Exp(-Weights[0] - values.Select((value, at) => value * Weights[at + 1]).Sum()));

    /// <summary>Fits; the examples' weights say how often each counts.</summary>
    public static LogisticModel Fit(IReadOnlyList<(double[] Values, bool Yes, double Weight)> examples)
    {
        var scales = Enumerable.Range(0, examples[0].Values.Length).Select(at => Scale.Of(examples.Select(example => (example.Values[at], example.Weight)))).ToArray();
        var rows = examples.Select(example => (double[])[1, .. example.Values.Select((value, at) => (value - scales[at].Mean) / scales[at].Deviation)]).ToArray();
        var weights = new double[scales.Length + 1];
        for (var step = 0; step < Steps; step++)
            Improve(weights, rows, examples);
        var own = weights.Skip(1).Select((weight, at) => weight / scales[at].Deviation).ToArray();
        return new LogisticModel([weights[0] - own.Select((weight, at) => weight * scales[at].Mean).Sum(), .. own]);
    }

    private static void Improve(double[] weights, double[][] rows, IReadOnlyList<(double[] Values, bool Yes, double Weight)> examples)
    {
        var size = weights.Length;
        var (slope, curvature) = (new double[size], new double[size, size]);
        for (var row = 0; row < rows.Length; row++)
        {
            var probability = 1 / (1 + Math.Exp(-rows[row].Zip(weights, (value, weight) => value * weight).Sum()));
            var (error, spread) = ((examples[row].Yes ? 1 : 0) - probability, probability * (1 - probability) * examples[row].Weight);
            for (var i = 0; i < size; i++)
            {
                slope[i] += error * examples[row].Weight * rows[row][i];
                for (var j = 0; j < size; j++)
                    curvature[i, j] += spread * rows[row][i] * rows[row][j];
            }
        }
        for (var i = 1; i < size; i++)
        {
            slope[i] -= Penalty * weights[i];
            curvature[i, i] += Penalty;
        }
        var change = Solve(curvature, slope);
        for (var i = 0; i < size; i++)
            weights[i] += change[i];
    }

    /// <summary>Gauss and Jordan; the penalty keeps the matrix positive definite, so no pivoting is needed.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                right[row] -= factor * right[pivot];
            }
        return [.. right.Select((value, at) => value / matrix[at, at])];
    }

    private readonly record struct Scale(double Mean, double Deviation)
    {
        public static Scale Of(IEnumerable<(double Value, double Weight)> column)
        {
            var values = column.ToArray();
            var total = values.Sum(entry => entry.Weight);
            var mean = values.Sum(entry => entry.Value * entry.Weight) / total;
            return new Scale(mean, Math.Sqrt(values.Sum(entry => Math.Pow(entry.Value - mean, 2) * entry.Weight) / total) + 1e-9);
        }
    }
}
