namespace Wenlu.Retrieval.Chunking;

/// <summary>A passage cut from a document.</summary>
/// <param name="Number">Its place in the document, counted from 0.</param>
/// <param name="Headings">The headings above it, outermost first, without the document's title.</param>
/// <param name="Anchor">The anchor of the innermost heading, or of a mark since; null above the first of either.</param>
/// <param name="Text">Markdown that stands by itself: no table without its header, no open fence.</param>
public sealed record Chunk(int Number, IReadOnlyList<string> Headings, string? Anchor, string Text);
