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

    /// <summary>The same question in other words (the documents' likely ones, the other language, the key name); each is searched and fused with the text.</summary>
    public IReadOnlyList<string> Phrasings { get; init; } = [];

    /// <summary>Ids of documents of <see cref="Kind"/> that must not be found, as if they were not there.</summary>
    public IReadOnlyCollection<string> Except { get; init; } = [];

    /// <summary>How many passages before and after each hit come with it, 0 to 10; see <see cref="Hit.Neighbours"/>.</summary>
    public int Neighbours { get; init; }

    /// <summary>Whether the result says how it came about, see <see cref="SearchResult.Explanation"/>; takes several times as long.</summary>
    public bool Explain { get; init; }
}
