using System.Numerics.Tensors;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>
/// Random vectors of the shape that models give them: clusters within a few directions, some noise, four components twelve times
/// as large as the others, and everything in one narrow cone.
/// </summary>
internal sealed class SkewedSpace
{
    private const int Directions = 48;
    private const int Clusters = 200;

    private readonly float[][] basis;
    private readonly float[][] centres;
    private readonly float[] cone;
    private readonly float[] scale;

    public SkewedSpace(int dimension)
    {
        var random = new Random(1);
        basis = [.. Enumerable.Range(0, Directions).Select(number => Scaled(Vectors.Gaussian(random, dimension), (float)Math.Pow(number + 1, -0.4)))];
        centres = [.. Enumerable.Range(0, Clusters).Select(_ => Vectors.Gaussian(random, Directions))];
        cone = Vectors.Unit(Vectors.Gaussian(random, dimension));
        scale = [.. Enumerable.Range(0, dimension).Select(number => number < 4 ? 12f : 1f)];
    }

    public float[] Embed(string text)
    {
        var random = new Random(Vectors.StableHash(text));
        var centre = centres[random.Next(Clusters)];
        var own = Vectors.Gaussian(random, Directions);
        var vector = Scaled(Vectors.Gaussian(random, scale.Length), 0.35f);
        for (var direction = 0; direction < Directions; direction++)
            TensorPrimitives.MultiplyAdd(basis[direction], 0.75f * centre[direction] + 0.65f * own[direction], vector, vector);
        TensorPrimitives.Multiply(vector, scale, vector);
        TensorPrimitives.MultiplyAdd(cone, 1.2f * TensorPrimitives.Norm<float>(vector), vector, vector);
        return vector;
    }

    private static float[] Scaled(float[] vector, float by)
    {
        TensorPrimitives.Multiply(vector, by, vector);
        return vector;
    }
}
