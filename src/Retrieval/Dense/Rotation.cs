using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// A random rotation: signs flipped at random, then a Walsh–Hadamard transform, twice (Ailon and Chazelle, SIAM J. Comput. 2009).
/// It spreads what a model puts into few large components over all of them, so that the sign of each says equally much.
/// Always the same one, and without the factor that would keep lengths, which signs do not see.
/// </summary>
/// <param name="size">A power of two, 8 or more.</param>
internal sealed class Rotation(int size)
{
    private const int Rounds = 2;

    private readonly float[][] signs = [.. Enumerable.Range(0, Rounds).Select(round => Signs(new Random(round), size))];

    /// <summary>Rotates in place.</summary>
    public void Apply(Span<float> vector)
    {
        foreach (var flips in signs)
        {
            TensorPrimitives.Multiply(vector, flips, vector);
            Transform(vector);
        }
    }

    // Both halves of every block become their sum and their difference, in blocks half as long each time.
    private static void Transform(Span<float> vector)
    {
        var registers = MemoryMarshal.Cast<float, Vector256<float>>(vector);
        for (var half = registers.Length / 2; half > 0; half /= 2)
            for (var block = 0; block < registers.Length; block += 2 * half)
                SumAndDifference(registers.Slice(block, half), registers.Slice(block + half, half));
        foreach (ref var register in registers)
            register = TransformWithin(register);
    }

    private static void SumAndDifference(Span<Vector256<float>> left, Span<Vector256<float>> right)
    {
        for (var i = 0; i < left.Length; i++)
            (left[i], right[i]) = (left[i] + right[i], left[i] - right[i]);
    }

    private static Vector256<float> TransformWithin(Vector256<float> eight)
    {
        var fours = Vector256.Shuffle(eight, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)) + eight * Vector256.Create(1f, 1, 1, 1, -1, -1, -1, -1);
        var twos = Vector256.Shuffle(fours, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)) + fours * Vector256.Create(1f, 1, -1, -1, 1, 1, -1, -1);
        return Vector256.Shuffle(twos, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)) + twos * Vector256.Create(1f, -1, 1, -1, 1, -1, 1, -1);
    }

    private static float[] Signs(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? -1f : 1f)];
}
