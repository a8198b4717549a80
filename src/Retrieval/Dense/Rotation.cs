using System.Numerics.Tensors;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// A random rotation: signs flipped at random, then a Walsh–Hadamard transform, twice (Ailon and Chazelle, SIAM J. Comput. 2009).
/// It spreads what a model puts into few large components over all of them, so that the sign of each says equally much.
/// Always the same one, and without the factor that would keep lengths, which signs do not see.
/// </summary>
/// <param name="size">A power of two.</param>
internal sealed class Rotation(int size)
{
    private const int Rounds = 2;

    private readonly float[][] signs = [.. Enumerable.Range(0, Rounds).Select(round => Signs(new Random(round), size))];

    /// <summary>Rotates in place.</summary>
    public void Apply(Span<float> vector)
    {
        Span<float> scratch = new float[size / 2];
        foreach (var flips in signs)
        {
            TensorPrimitives.Multiply(vector, flips, vector);
            Transform(vector, scratch);
        }
    }

    // The halves of every block become their sum and their difference, over blocks half as long each time.
    private static void Transform(Span<float> vector, Span<float> scratch)
    {
        if (vector.Length == 1)
            return;
        var half = vector.Length / 2;
        var left = vector[..half];
        var right = vector[half..];
        var difference = scratch[..half];
        TensorPrimitives.Subtract(left, right, difference);
        TensorPrimitives.Add(left, right, left);
        difference.CopyTo(right);
        Transform(left, scratch);
        Transform(right, scratch);
    }

    private static float[] Signs(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? -1f : 1f)];
}
