using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace Wenlu.Retrieval.Dense;

/// <summary>Asks a model for vectors and takes none that would do harm.</summary>
internal sealed class EmbeddingCalls(Func<string, IEmbeddingGenerator<string, Embedding<float>>> generators)
{
    // Below it, what is left of a vector are rounding errors.
    private const float ShortestLength = 1e-20f;

    /// <summary>One vector of unit length for each text, in their order.</summary>
    /// <param name="space">Names the model and the dimension to ask for.</param>
    /// <param name="texts">With their prefix.</param>
    /// <param name="dimension">What the vectors have to have; null takes any that is the same for all.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <exception cref="InvalidDataException">The model answered with something else.</exception>
    public async Task<float[][]> EmbedAsync(
        EmbeddingSpace space, IReadOnlyList<string> texts, int? dimension, CancellationToken cancellationToken)
    {
        var settings = new EmbeddingGenerationOptions { ModelId = space.Model, Dimensions = space.Dimensions };
        var answer = await generators(space.Model).GenerateAsync(texts, settings, cancellationToken);
        if (answer.Count != texts.Count)
            throw new InvalidDataException($"The model {space.Model} returned {answer.Count} vectors for {texts.Count} texts.");
        var expected = dimension ?? answer[0].Vector.Length;
        return [.. answer.Select(embedding => Unit(embedding.Vector.Span, expected, space.Model))];
    }

    private static float[] Unit(ReadOnlySpan<float> vector, int dimension, string model)
    {
        if (vector.Length == 0 || vector.Length != dimension)
            throw new InvalidDataException($"The model {model} returned a vector of {vector.Length} components where {dimension} are expected.");
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length < ShortestLength)
            throw new InvalidDataException($"The model {model} returned a vector without direction: zeros, or components that are not finite.");
        var unit = new float[dimension];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }
}
