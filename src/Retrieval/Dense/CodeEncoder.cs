using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// A vector as one bit for each component: whether it lies above the vectors' centre, seen after a random rotation. Models put
/// all their vectors into a narrow cone and much of their meaning into few components; without both steps, signs would say
/// the same of everything.
/// </summary>
internal sealed class CodeEncoder
{
    private const int LargestOnStack = 4096;

    private readonly float[] centre;
    private readonly Rotation rotation;

    /// <param name="centre">The mean of the vectors to be encoded.</param>
    public CodeEncoder(float[] centre)
    {
        this.centre = centre;
        Bits = (int)Math.Max(64, BitOperations.RoundUpToPowerOf2((uint)centre.Length));
        rotation = new Rotation(Bits);
    }

    /// <summary>The dimension rounded up to a power of two, for the rotation.</summary>
    public int Bits { get; }

    public int Words => Bits / 64;

    public int Dimension => centre.Length;

    public void Encode(ReadOnlySpan<float> vector, Span<ulong> code)
    {
        Span<float> turned = Bits <= LargestOnStack ? stackalloc float[Bits] : new float[Bits];
        TensorPrimitives.Subtract(vector, centre, turned);
        rotation.Apply(turned);
        code.Clear();
        var registers = MemoryMarshal.Cast<float, Vector256<float>>(turned);
        for (var i = 0; i < registers.Length; i++)
            code[i / 8] |= (ulong)Vector256.GreaterThan(registers[i], Vector256<float>.Zero).ExtractMostSignificantBits() << (i % 8 * 8);
    }
}
