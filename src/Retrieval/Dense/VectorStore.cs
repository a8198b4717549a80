using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// The vectors of one space and what finds them: a code for each in memory, its place in the file by the hash of its text, and
/// for every segment of the index where its chunks' vectors are. One thread appends, any number search.
/// </summary>
internal sealed class VectorStore : IDisposable
{
    // Once so many vectors are known, more of them hardly move their centre.
    private const int SettledCentre = 65_536;

    private readonly VectorFile file;
    private readonly Dictionary<ContentHash, int> slots = [];
    private readonly float[] sum;
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, SegmentSlots>> segments = [];
    private volatile CodeTable codes;
    private int centredAt;

    private VectorStore(VectorFile file)
    {
        this.file = file;
        sum = new float[file.Header.Dimension];
        codes = new CodeTable(new CodeEncoder(sum));
    }

    public VectorFileHeader Header => file.Header;

    public bool IsClosed => file.IsClosed;

    /// <summary>Questions asked lately, as this store's model embeds them; a vector of 1,024 components is 4 KB.</summary>
    public LruCache<string, QueryVector> Questions { get; } = new(capacity: 512);

    public int Count => codes.Count;

    public CodeTable Codes => codes;

    /// <summary>Reads a whole file, drops its torn end, and makes the codes; takes about a second for 300,000 vectors of 1,024 components.</summary>
    public static VectorStore Load(VectorFile file, CancellationToken cancellationToken)
    {
        var store = new VectorStore(file);
        var end = 0;
        foreach (var vector in file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            store.Note(vector.Hash, vector.Slot, vector.Values);
            end = vector.Slot + 1;
        }
        file.Cut(end);
        store.Encode();
        return store;
    }

    /// <summary>Adds vectors of unit length, durably; a text that has one already keeps it.</summary>
    public void Append(IEnumerable<(ContentHash Hash, float[] Vector)> vectors)
    {
        List<(ContentHash Hash, float[] Vector)> added = [.. vectors.DistinctBy(vector => vector.Hash).Where(vector => SlotOf(vector.Hash) < 0)];
        var slot = file.Count;
        file.Append(added);
        foreach (var (hash, vector) in added)
        {
            codes.Add(vector);
            Note(hash, slot++, vector);
        }
        if (centredAt < SettledCentre && slot >= 2 * centredAt)
            Encode();
    }

    /// <summary>-1 for a text without a vector.</summary>
    public int SlotOf(ContentHash hash)
    {
        lock (slots)
            return slots.TryGetValue(hash, out var slot) ? slot : -1;
    }

    public void Describe(VectorFileHeader header) => file.Describe(header);

    /// <summary>Every intact vector in the order of slots.</summary>
    public IEnumerable<StoredVector> Read() => file.Read();

    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    public VectorView View() => file.View();

    /// <summary>As it was when <see cref="Update"/> last saw the segment.</summary>
    public SegmentSlots SlotsOf(AtomicReader segment, string kind) =>
        segments.GetOrCreateValue(segment.CoreCacheKey).GetOrAdd(kind, static (kind, at) => SegmentSlots.Read(at.segment, kind, at.store), (segment, store: this));

    /// <summary>Looks up segments never seen, so that no search has to.</summary>
    public void Prepare(IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
            foreach (var kind in ChunkFields.KindsIn(leaf.AtomicReader))
                SlotsOf(leaf.AtomicReader, kind);
    }

    /// <summary>Looks up what is new in a reader: segments never seen, and vectors come since for chunks that lacked one.</summary>
    public void Update(IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
            foreach (var kind in ChunkFields.KindsIn(leaf.AtomicReader))
                if (SlotsOf(leaf.AtomicReader, kind) is { Missing.Length: > 0 } slots && slots.Known < Count)
                    segments.GetOrCreateValue(leaf.AtomicReader.CoreCacheKey)[kind] = SegmentSlots.Read(leaf.AtomicReader, kind, this);
    }

    public void Dispose() => file.Dispose();

    /// <summary>Closes and removes the file.</summary>
    public void Delete()
    {
        Dispose();
        File.Delete(file.Path);
    }

    private void Note(ContentHash hash, int slot, float[] vector)
    {
        TensorPrimitives.Add(sum, vector, sum);
        lock (slots)
            slots[hash] = slot;
    }

    // While vectors are few their centre wanders, and the codes are made anew each time their number doubles.
    private void Encode()
    {
        var centre = new float[sum.Length];
        TensorPrimitives.Divide(sum, Math.Max(1, slots.Count), centre);
        var table = new CodeTable(new CodeEncoder(centre));
        foreach (var vector in file.Read())
        {
            table.SkipTo(vector.Slot);
            table.Add(vector.Values);
        }
        (codes, centredAt) = (table, file.Count);
    }
}
