namespace Wenlu.Retrieval.Search;

/// <summary>A search as a person would type it, with the limits of who asks.</summary>
/// <param name="Text">The question or the words, in any script; blank text finds nothing.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>How many hits to return, 1 to 50.</summary>
    public int TopK { get; init; } = 10;

    /// <summary>The collection searched, see <see cref="SourceDocument.Kind"/>.</summary>
    public string Kind { get; init; } = "document";

    /// <summary>Labels of the asker: a document is visible when it carries at least one of them. Null searches everything.</summary>
    public IReadOnlyCollection<string>? Access { get; init; }
}
