using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// A file of vectors mapped into memory to be read. It is written through its handle instead: on a full disk a write fails,
/// where a mapped page would end the process.
/// </summary>
internal sealed class VectorMap : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public VectorMap(SafeFileHandle handle)
    {
        file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        Length = RandomAccess.GetLength(handle);
    }

    public long Length { get; }

    /// <summary>Keeps the map readable until the result is disposed, whoever disposes the map meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">It is gone already.</exception>
    public MappedBytes Open() => new(view.SafeMemoryMappedViewHandle);

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}

/// <summary>The bytes of a <see cref="VectorMap"/>, for as long as this is not disposed.</summary>
internal readonly unsafe ref struct MappedBytes : IDisposable
{
    private readonly SafeMemoryMappedViewHandle handle;
    private readonly byte* start;

    public MappedBytes(SafeMemoryMappedViewHandle handle)
    {
        this.handle = handle;
        handle.AcquirePointer(ref start);
    }

    public ReadOnlySpan<byte> this[long offset, int length]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)offset + (ulong)length, handle.ByteLength);
            return new(start + offset, length);
        }
    }

    public void Dispose() => handle.ReleasePointer();
}
