namespace Wenlu.Retrieval.Dense;

/// <summary>What a folder's vectors are, read without opening them for use.</summary>
/// <param name="Model">Where they come from.</param>
/// <param name="Dimension">Components of each.</param>
public sealed record StoredVectors(string Model, int Dimension)
{
    /// <summary>One for each file that can be read; the newest last.</summary>
    /// <exception cref="IOException">Another process has them open.</exception>
    public static IReadOnlyList<StoredVectors> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.vectors").Order(StringComparer.Ordinal).Select(Read).OfType<StoredVectors>()]
        : [];

    private static StoredVectors? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[VectorFileHeader.Size];
        _ = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return (VectorFileHeader.Parse(header) ?? VectorFileHeader.Parse(header.AsSpan(VectorFileHeader.CopySize))) is { } found
            ? new StoredVectors(found.Space.Model, found.Dimension)
            : null;
    }
}
