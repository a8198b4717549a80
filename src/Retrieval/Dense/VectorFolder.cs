using System.Globalization;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// The files of vectors, numbered as they were begun. Usually there is one. After a change of model there are two: the new one
/// that is being filled, and the old one that serves until then. One thread changes them.
/// </summary>
internal sealed class VectorFolder(string path, EmbeddingSpace space) : IDisposable
{
    private const string Suffix = ".vectors";
    private const string Unfinished = ".part";

    private volatile VectorStore? serving;
    private volatile VectorStore? target;
    private int lastNumber;

    /// <summary>What searches use; null without vectors.</summary>
    public VectorStore? Serving => serving;

    /// <summary>What is being filled: vectors of the space wished for; null before the first.</summary>
    public VectorStore? Target => target;

    public bool IsLoaded { get; private set; }

    /// <summary>Opens what is there and deletes what nobody will use again.</summary>
    /// <exception cref="IOException">The folder cannot be used, or another process uses it.</exception>
    public void Load(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        foreach (var abandoned in Directory.GetFiles(path, "*" + Unfinished))
            File.Delete(abandoned);
        var stores = LoadAll(cancellationToken);
        // Of several files of the space wished for, the last is the most complete one.
        target = stores.FindLast(store => store.Header.Space.HasPassagesOf(space));
        serving = stores.Where(store => !store.Header.Space.HasPassagesOf(space)).MaxBy(store => store.Count) ?? target;
        foreach (var store in stores.Where(store => store != target && store != serving))
            store.Delete();
        IsLoaded = true;
    }

    /// <summary>Begins a new file; what serves now goes on serving.</summary>
    /// <param name="dimension">Of its vectors.</param>
    public void Begin(int dimension)
    {
        var old = target;
        target = VectorStore.Load(VectorFile.Create(NextPath(), new VectorFileHeader(space, dimension)), CancellationToken.None);
        if (serving is null or { Count: 0 })
            Promote();
        if (old is not null && old != serving)
            old.Delete();
    }

    /// <summary>Lets the target serve.</summary>
    public void Promote()
    {
        var old = serving;
        serving = target;
        if (old is not null && old != target)
            old.Delete();
    }

    /// <summary>Puts a file with only some of the target's vectors in its place.</summary>
    public void Rewrite(Predicate<ContentHash> isKept, CancellationToken cancellationToken)
    {
        var (old, final) = (target!, NextPath());
        using (var copy = VectorFile.Create(final + Unfinished, old.Header))
            foreach (var some in old.Read().Where(vector => isKept(vector.Hash)).Select(vector => (vector.Hash, vector.Values.ToArray())).Chunk(1000))
                copy.Append(some);
        File.Move(final + Unfinished, final);
        target = VectorStore.Load(VectorFile.TryOpen(final)!, cancellationToken);
        if (serving == old)
            serving = target;
        old.Delete();
    }

    public void Dispose()
    {
        serving?.Dispose();
        target?.Dispose();
    }

    private List<VectorStore> LoadAll(CancellationToken cancellationToken)
    {
        var stores = new List<VectorStore>();
        try
        {
            foreach (var (number, file) in NumberedFiles())
            {
                lastNumber = Math.Max(lastNumber, number);
                if (VectorFile.TryOpen(file) is { } opened)
                    stores.Add(VectorStore.Load(opened, cancellationToken));
                else
                    File.Delete(file);
            }
            return stores;
        }
        catch
        {
            stores.ForEach(store => store.Dispose());
            throw;
        }
    }

    private IEnumerable<(int Number, string File)> NumberedFiles() => Directory.GetFiles(path, "*" + Suffix)
        .Select(file => (Number: NumberOf(file), file))
        .Where(numbered => numbered.Number > 0)
        .OrderBy(numbered => numbered.Number);

    private static int NumberOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string NextPath() => Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{++lastNumber:D6}{Suffix}"));
}
