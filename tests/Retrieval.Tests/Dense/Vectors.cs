using System.Numerics.Tensors;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>Embeddings that need no model, from useless to decent.</summary>
internal static class Vectors
{
    /// <summary>As good as random: nothing of a text but its identity.</summary>
    public static float[] Random(string text, int dimension = 64) => Gaussian(new Random(StableHash(text)), dimension);

    /// <summary>A bag of a text's characters and pairs of them, each a random direction.</summary>
    public static float[] Bag(string text, int dimension = 256)
    {
        var sum = new float[dimension];
        for (var i = 0; i < text.Length; i++)
            foreach (var gram in i + 1 < text.Length ? new[] { text[i..(i + 1)], text[i..(i + 2)] } : [text[i..]])
                TensorPrimitives.Add(sum, Random(gram, dimension), sum);
        return sum;
    }

    public static float[] Noisy(float[] vector, double share, int seed)
    {
        var noise = Gaussian(new Random(seed), vector.Length);
        TensorPrimitives.Multiply(noise, (float)(share / (1 - share)) * TensorPrimitives.Norm<float>(vector) / TensorPrimitives.Norm<float>(noise), noise);
        TensorPrimitives.Add(noise, vector, noise);
        return noise;
    }

    public static float[] Gaussian(Random random, int dimension)
    {
        var vector = new float[dimension];
        for (var i = 0; i < dimension; i++)
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return vector;
    }

    public static float[] Unit(float[] vector)
    {
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), unit);
        return unit;
    }

    /// <summary>The same in every process, as <see cref="string.GetHashCode()"/> is not.</summary>
    public static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked(hash * 31 + character));
}
