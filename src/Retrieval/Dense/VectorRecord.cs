using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// How one vector lies in its file: hash, components in half precision, checksum of both. Half precision moves a cosine by less
/// than 0.001 and halves what is read and kept in memory.
/// </summary>
internal readonly record struct VectorRecord(int Dimension)
{
    private const int ChecksumSize = 4;

    public int Size => ContentHash.Size + Dimension * 2 + ChecksumSize;

    public void Write(Span<byte> record, ContentHash hash, ReadOnlySpan<float> vector)
    {
        hash.Write(record);
        TensorPrimitives.ConvertToHalf(vector, MemoryMarshal.Cast<byte, Half>(record.Slice(ContentHash.Size, Dimension * 2)));
        BinaryPrimitives.WriteUInt32LittleEndian(record[^ChecksumSize..], Checksum.Of(record[..^ChecksumSize]));
    }

    public static bool IsIntact(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadUInt32LittleEndian(record[^ChecksumSize..]) == Checksum.Of(record[..^ChecksumSize]);

    /// <summary>The components in single precision.</summary>
    public void ReadVector(ReadOnlySpan<byte> record, Span<float> vector) =>
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(record.Slice(ContentHash.Size, Dimension * 2)), vector);
}

/// <summary>CRC-32C (Castagnoli), which processors compute. All zeros, as a hole in a file reads, do not have the checksum zero.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }
}
