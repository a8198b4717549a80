using FsCheck.Xunit;
using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

public sealed class CodeTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(1024)]
    public void A_rotation_keeps_angles(int size)
    {
        var random = new Random(1);
        var (one, other) = (Vectors.Gaussian(random, size), Vectors.Gaussian(random, size));
        var before = Dot(one, other);
        var rotation = new Rotation(size);

        rotation.Apply(one);
        rotation.Apply(other);

        // Each of its two transforms multiplies lengths by the root of the size.
        (Dot(one, other) / Math.Pow(size, 2)).ShouldBe(before, 0.001 * size);
    }

    [Fact]
    public void A_single_large_component_is_spread_over_all_bits()
    {
        var encoder = new CodeEncoder(new float[256]);
        var vector = new float[256];
        vector[7] = 1;

        var ones = Encode(encoder, vector).Sum(word => System.Numerics.BitOperations.PopCount(word));

        ones.ShouldBeInRange(96, 160);
    }

    [Fact]
    public void Directions_at_right_angles_stay_so()
    {
        var vectors = Enumerable.Range(0, 16).Select(number => Enumerable.Range(0, 16).Select(at => at == number ? 1f : 0f).ToArray()).ToArray();
        var rotation = new Rotation(16);

        foreach (var vector in vectors)
            rotation.Apply(vector);

        for (var one = 0; one < 16; one++)
            for (var other = 0; other < 16; other++)
                Dot(vectors[one], vectors[other]).ShouldBe(one == other ? 256 : 0, 0.001);
    }

    [Theory]
    [InlineData(3, 64)]
    [InlineData(64, 64)]
    [InlineData(768, 1024)]
    [InlineData(1536, 2048)]
    public void Any_dimension_has_a_code(int dimension, int bits)
    {
        var encoder = new CodeEncoder(new float[dimension]);

        encoder.Bits.ShouldBe(bits);
        Encode(encoder, Vectors.Gaussian(new Random(1), dimension)).ShouldContain(word => word != 0);
    }

    [Fact]
    public void The_farther_two_vectors_are_apart_the_more_bits_differ()
    {
        var encoder = new CodeEncoder(new float[512]);
        var vector = Vectors.Gaussian(new Random(1), 512);

        var distances = new[] { 0, 0.2, 0.5, 0.8 }.Select(share => Distance(encoder, vector, Vectors.Noisy(vector, share, seed: 2))).ToArray();

        distances[0].ShouldBe(0);
        distances.ShouldBe(distances.Order());
        distances.Distinct().Count().ShouldBe(4);
    }

    [Property]
    public void The_nearest_codes_are_those_that_sorting_would_give(byte[] distances, byte wanted)
    {
        var nearest = new NearestCodes(wanted + 1, bits: 255);
        for (var doc = 0; doc < distances.Length; doc++)
            if (distances[doc] <= nearest.Limit)
                nearest.Add(new NearCode(doc, doc, distances[doc]));

        nearest.Best().Select(code => code.Doc).ShouldBe(
            distances.Select((distance, doc) => (distance, doc)).OrderBy(code => code.distance).ThenBy(code => code.doc).Take(wanted + 1).Select(code => code.doc));
    }

    private static int Distance(CodeEncoder encoder, float[] one, float[] other) =>
        Encode(encoder, one).Zip(Encode(encoder, other), (left, right) => System.Numerics.BitOperations.PopCount(left ^ right)).Sum();

    private static ulong[] Encode(CodeEncoder encoder, float[] vector)
    {
        var code = new ulong[encoder.Words];
        encoder.Encode(vector, code);
        return code;
    }

    private static double Dot(float[] one, float[] other) => one.Zip(other, (left, right) => (double)left * right).Sum();
}
