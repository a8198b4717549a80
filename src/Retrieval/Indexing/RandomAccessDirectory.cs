using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace Wenlu.Retrieval.Indexing;

/// <summary>
/// An index's files, read at positions through the operating system's cache. Lucene's MMapDirectory registers every clone of an
/// input in a weak table that each garbage collection walks, which took three quarters of a search (apache/lucenenet#1151), and
/// its NIOFSDirectory lets one thread read at a time. Pages that are only cached count as nobody's memory.
/// </summary>
internal sealed class RandomAccessDirectory(DirectoryInfo folder) : FSDirectory(folder, lockFactory: null)
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        var file = OpenFile(name);
        return new FileInput(file, BufferedIndexInput.GetBufferSize(context), 0, RandomAccess.GetLength(file)) { Owned = file };
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) =>
        new FileSlicer(OpenFile(name), BufferedIndexInput.GetBufferSize(context));

    private SafeFileHandle OpenFile(string name)
    {
        EnsureOpen();
        return File.OpenHandle(Path.Combine(Directory.FullName, name), share: FileShare.ReadWrite | FileShare.Delete);
    }

    // A compound file, whose parts are inputs of their own.
    private sealed class FileSlicer(SafeFileHandle file, int bufferSize) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new FileInput(file, bufferSize, offset, length);

        [Obsolete("Lucene reads indexes of its version 3 with it.")]
        public override IndexInput OpenFullSlice() => OpenSlice("", 0, RandomAccess.GetLength(file));

        protected override void Dispose(bool disposing) => file.Dispose();
    }

    private sealed class FileInput(SafeFileHandle file, int bufferSize, long start, long length) : BufferedIndexInput("", bufferSize)
    {
        /// <summary>The file when closing this input closes it; clones and slices leave it open.</summary>
        public SafeFileHandle? Owned { get; set; }

        public override long Length => length;

        public override object Clone()
        {
            var clone = (FileInput)base.Clone();
            clone.Owned = null;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = start + Position;
            if (Position + length > Length)
                throw new EndOfStreamException();
            for (var rest = b.AsSpan(offset, length); rest.Length > 0;)
            {
                var count = RandomAccess.Read(file, rest, position);
                if (count == 0)
                    throw new EndOfStreamException();
                rest = rest[count..];
                position += count;
            }
        }

        protected override void SeekInternal(long pos)
        {
            // Every read names its position.
        }

        protected override void Dispose(bool disposing) => Owned?.Dispose();
    }
}
