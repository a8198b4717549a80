using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wenlu.Retrieval.Dense;

/// <summary>The first 128 bits of SHA-256 over a text: equal texts share a vector, whichever documents they stand in.</summary>
internal readonly record struct ContentHash(ulong High, ulong Low)
{
    public const int Size = 16;

    public static ContentHash Of(string text) => Read(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static ContentHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }
}
