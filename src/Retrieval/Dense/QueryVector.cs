namespace Wenlu.Retrieval.Dense;

/// <summary>A question as the serving model embeds it. It fits the vectors of that model only, so it brings them along.</summary>
/// <param name="Store">The vectors it is to be compared with.</param>
/// <param name="Values">Of unit length.</param>
internal sealed record QueryVector(VectorStore Store, float[] Values)
{
    /// <summary>How good the model was found to be on this index, 0 to 1; 0 before it was measured.</summary>
    public double Quality => Store.Header.Quality ?? 0;

    /// <summary>The cosine of a sentence with its own passage, usually; null before it was measured.</summary>
    public double? Match => Store.Header.Match;

    /// <summary>The greatest cosine of a sentence with any other document's passages, usually; null before it was measured.</summary>
    public double? Stray => Store.Header.Stray;
}
