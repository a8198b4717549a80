namespace Wenlu.Retrieval;

/// <summary>A document as it is indexed: Markdown with the facts that a hit has to show.</summary>
/// <param name="Id">Unique within its <see cref="Kind"/>; never empty.</param>
/// <param name="Title">The document's title, plain text; may be empty.</param>
/// <param name="Markdown">The text, CommonMark with pipe tables; may be empty, which makes a document without chunks.</param>
public sealed record SourceDocument(string Id, string Title, string Markdown)
{
    /// <summary>Separates collections that live in one index (for example <c>document</c> and <c>question</c>); a search sees one kind.</summary>
    public string Kind { get; init; } = "document";

    /// <summary>The document's own address, or null when it has none.</summary>
    public string? Url { get; init; }

    /// <summary>When its content last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Free labels, shown with hits and not searched.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Opaque labels of those who may read it; a search that names labels finds it when they share at least one.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];
}
