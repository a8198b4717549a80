using System.Buffers.Binary;
using System.Text.Json;

namespace Wenlu.Retrieval.Dense;

/// <summary>What the vectors of a file are, written before them, twice: the file is worth more than to be lost with one page.</summary>
/// <param name="Space">Where the vectors come from.</param>
/// <param name="Dimension">Components of every vector.</param>
/// <param name="Quality">How good the model was found to be on this index, see <see cref="ModelQuality"/>; null before.</param>
/// <param name="MeasuredAt">How many vectors there were when the quality was measured.</param>
/// <param name="Match">The median cosine, at that time, of a sentence with its own passage.</param>
/// <param name="Stray">The median of the greatest cosines with passages of other documents.</param>
internal sealed record VectorFileHeader(EmbeddingSpace Space, int Dimension, double? Quality = null, int MeasuredAt = 0, double? Match = null, double? Stray = null)
{
    public const int CopySize = 4096;
    public const int Size = 2 * CopySize;

    // With the version of the layout: another one is not read.
    private static ReadOnlySpan<byte> Magic => "wenlu v1"u8;
    private static readonly int TextAt = Magic.Length + 8;

    public byte[] ToBytes()
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(this);
        var bytes = new byte[CopySize];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length), text.Length);
        text.CopyTo(bytes.AsSpan(TextAt));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Magic.Length + 4), Checksum.Of(text));
        return bytes;
    }

    /// <summary>Null when the bytes are not a whole header.</summary>
    public static VectorFileHeader? Parse(ReadOnlySpan<byte> copy)
    {
        if (copy.Length < CopySize || !copy.StartsWith(Magic))
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(copy[Magic.Length..]);
        if (length < 0 || length > CopySize - TextAt)
            return null;
        var text = copy.Slice(TextAt, length);
        return Checksum.Of(text) == BinaryPrimitives.ReadUInt32LittleEndian(copy[(Magic.Length + 4)..])
            ? JsonSerializer.Deserialize<VectorFileHeader>(text)
            : null;
    }
}
