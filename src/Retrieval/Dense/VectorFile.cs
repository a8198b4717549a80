using Microsoft.Win32.SafeHandles;

namespace Wenlu.Retrieval.Dense;

/// <summary>A vector as it was found in a file; its values are overwritten by the next one.</summary>
internal readonly record struct StoredVector(int Slot, ContentHash Hash, float[] Values);

/// <summary>
/// Vectors of one <see cref="EmbeddingSpace"/> in the order of their coming, each at a slot of its own. What is appended stays; a
/// tail that a killed process left torn is cut off when the file is next read. One thread writes, any number read.
/// </summary>
internal sealed class VectorFile : IDisposable
{
    private const int ReadAhead = 1 << 20;

    // The file is longer than its vectors by up to a quarter, as a hole, so that it need not be mapped again at every batch.
    private const int SmallestGrowth = 64 * 1024;

    private readonly SafeFileHandle handle;
    private readonly VectorRecord record;
    private volatile VectorMap map;
    private volatile int count;

    private VectorFile(string path, SafeFileHandle handle, VectorFileHeader header)
    {
        (Path, this.handle, Header, record) = (path, handle, header, new VectorRecord(header.Dimension));
        count = (int)Math.Max(0, (RandomAccess.GetLength(handle) - VectorFileHeader.Size) / record.Size);
        map = new VectorMap(handle);
    }

    public string Path { get; }

    public VectorFileHeader Header { get; private set; }

    public bool IsClosed => handle.IsClosed;

    /// <summary>The number of slots, those of damaged vectors included.</summary>
    public int Count => count;

    /// <exception cref="IOException">The file is there already or cannot be written.</exception>
    public static VectorFile Create(string path, VectorFileHeader header)
    {
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        WriteHeader(handle, header);
        return new VectorFile(path, handle, header);
    }

    /// <summary>Null for a file whose header cannot be read.</summary>
    /// <exception cref="IOException">The file cannot be opened; another process may have it.</exception>
    public static VectorFile? TryOpen(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        if ((ReadHeader(handle, 0) ?? ReadHeader(handle, VectorFileHeader.CopySize)) is { } header)
            return new VectorFile(path, handle, header);
        handle.Dispose();
        return null;
    }

    /// <summary>Appends vectors of unit length, durably, in slots counted from <see cref="Count"/>.</summary>
    public void Append(IReadOnlyList<(ContentHash Hash, float[] Vector)> vectors)
    {
        var bytes = new byte[vectors.Count * record.Size];
        for (var i = 0; i < vectors.Count; i++)
            record.Write(bytes.AsSpan(i * record.Size, record.Size), vectors[i].Hash, vectors[i].Vector);
        RandomAccess.Write(handle, bytes, OffsetOf(count));
        RandomAccess.FlushToDisk(handle);
        MapUntil(OffsetOf(count + vectors.Count));
        count += vectors.Count;
    }

    public void Describe(VectorFileHeader header)
    {
        WriteHeader(handle, header);
        Header = header;
    }

    /// <summary>Every intact vector in the order of slots, read past the map: what is seen once need not stay in memory.</summary>
    public IEnumerable<StoredVector> Read()
    {
        var values = new float[record.Dimension];
        var buffer = new byte[Math.Max(1, ReadAhead / record.Size) * record.Size];
        for (int slot = 0, end = count; slot < end;)
        {
            var whole = ReadFully(buffer, OffsetOf(slot)) / record.Size;
            for (var i = 0; i < whole && slot + i < end; i++)
                if (ReadIntact(buffer.AsSpan(i * record.Size, record.Size), values) is { } hash)
                    yield return new StoredVector(slot + i, hash, values);
            slot += Math.Max(1, whole);
        }
    }

    /// <summary>Forgets the slots from a number on.</summary>
    public void Cut(int slots)
    {
        map.Dispose();
        RandomAccess.SetLength(handle, OffsetOf(slots));
        map = new VectorMap(handle);
        count = slots;
    }

    /// <summary>The vectors to be looked at by slot.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public VectorView View()
    {
        while (true)
        {
            var current = map;
            try
            {
                return new VectorView(current.Open(), record);
            }
            catch (ObjectDisposedException) when (current != map)
            {
                // It grew in this moment and is mapped anew.
            }
        }
    }

    public void Dispose()
    {
        map.Dispose();
        if (!handle.IsClosed)
            RandomAccess.SetLength(handle, OffsetOf(count));
        handle.Dispose();
    }

    private ContentHash? ReadIntact(ReadOnlySpan<byte> bytes, float[] values)
    {
        if (!VectorRecord.IsIntact(bytes))
            return null;
        record.ReadVector(bytes, values);
        return ContentHash.Read(bytes);
    }

    private int ReadFully(byte[] buffer, long offset)
    {
        var read = 0;
        while (read < buffer.Length && RandomAccess.Read(handle, buffer.AsSpan(read), offset + read) is > 0 and var more)
            read += more;
        return read;
    }

    private void MapUntil(long end)
    {
        if (end <= map.Length)
            return;
        RandomAccess.SetLength(handle, end + Math.Max(SmallestGrowth, (end - VectorFileHeader.Size) / 4));
        var grown = new VectorMap(handle);
        map.Dispose();
        map = grown;
    }

    private long OffsetOf(int slot) => VectorFileHeader.Size + (long)slot * record.Size;

    private static void WriteHeader(SafeFileHandle handle, VectorFileHeader header)
    {
        var bytes = header.ToBytes();
        for (var copy = 0; copy < 2; copy++)
        {
            RandomAccess.Write(handle, bytes, copy * VectorFileHeader.CopySize);
            RandomAccess.FlushToDisk(handle);
        }
    }

    private static VectorFileHeader? ReadHeader(SafeFileHandle handle, int offset)
    {
        var bytes = new byte[VectorFileHeader.CopySize];
        return VectorFileHeader.Parse(bytes.AsSpan(0, RandomAccess.Read(handle, bytes, offset)));
    }
}

/// <summary>Mapped vectors by slot.</summary>
internal readonly ref struct VectorView(MappedBytes bytes, VectorRecord record) : IDisposable
{
    private readonly MappedBytes bytes = bytes;
    private readonly VectorRecord record = record;

    public void Read(int slot, Span<float> vector) =>
        record.ReadVector(bytes[VectorFileHeader.Size + (long)slot * record.Size, record.Size], vector);

    public void Dispose() => bytes.Dispose();
}
