using System.Numerics.Tensors;

namespace Wenlu.Benchmarks.Search;

/// <summary>
/// Random vectors of the shape that models give them: two thousand clusters within 48 directions of falling weight, some noise, four
/// components twelve times as large as the others, and everything in one narrow cone, where two vectors have a cosine of about 0.6.
/// </summary>
internal sealed class SkewedSpace
{
    private const int Directions = 48;
    private const int Clusters = 2000;

    private readonly float[][] basis;
    private readonly float[][] centres;
    private readonly float[] cone;
    private readonly float[] scale;

    public SkewedSpace(int dimension)
    {
        var random = new Random(1);
        basis = [.. Enumerable.Range(0, Directions).Select(number => Scaled(Gaussian.Vector(random, dimension), Math.Pow(number + 1, -0.4)))];
        centres = [.. Enumerable.Range(0, Clusters).Select(_ => Gaussian.Vector(random, Directions))];
        cone = Scaled(Gaussian.Vector(random, dimension), 1 / Math.Sqrt(dimension));
        scale = [.. Enumerable.Range(0, dimension).Select(number => number < 4 ? 12f : 1f)];
    }

    public float[] Vector(Random random)
    {
        var centre = centres[random.Next(Clusters)];
        var own = Gaussian.Vector(random, Directions);
        var vector = Scaled(Gaussian.Vector(random, scale.Length), 0.35);
        for (var direction = 0; direction < Directions; direction++)
            TensorPrimitives.MultiplyAdd(basis[direction], 0.75f * centre[direction] + 0.65f * own[direction], vector, vector);
        TensorPrimitives.Multiply(vector, scale, vector);
        TensorPrimitives.MultiplyAdd(cone, 1.2f * TensorPrimitives.Norm<float>(vector), vector, vector);
        return vector;
    }

    private static float[] Scaled(float[] vector, double by)
    {
        TensorPrimitives.Multiply(vector, (float)by, vector);
        return vector;
    }
}

/// <summary>Vectors that point anywhere: nothing is near to anything, which is as hard as it can be and like no model.</summary>
internal static class Gaussian
{
    public static float[] Vector(Random random, int dimension)
    {
        var vector = new float[dimension];
        for (var i = 0; i < dimension; i += 2)
        {
            var (radius, angle) = (MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())), MathF.Tau * random.NextSingle());
            vector[i] = radius * MathF.Cos(angle);
            if (i + 1 < dimension)
                vector[i + 1] = radius * MathF.Sin(angle);
        }
        return vector;
    }

    public static float[] Unit(float[] vector)
    {
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
