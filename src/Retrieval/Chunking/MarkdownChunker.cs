namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// Cuts Markdown along its headings and those that its text implies: a chunk never reaches over one. The question of an FAQ
/// is the heading of its answer.
/// </summary>
public static class MarkdownChunker
{
    /// <summary>The most characters of one chunk's text; see the measurements in this project's README.</summary>
    public const int DefaultBudget = 800;

    // A passage for each heading: what has more of them than a page of five megabytes needs was not written for readers.
    private const int MaxHeadings = 10_000;

    /// <summary>Cuts a document.</summary>
    /// <param name="title">A first level-1 heading with this text is the title, not a heading.</param>
    /// <param name="markdown">CommonMark with pipe tables, any size; headings after the first 10,000 count as text.</param>
    /// <param name="budget">The most characters of a chunk, at least 60.</param>
    public static IReadOnlyList<Chunk> Cut(string title, string markdown, int budget = DefaultBudget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 60);
        return Sections(title, markdown)
            .SelectMany(section => SectionCutter.Cut(section.Pieces, budget).Select(text => (section, text)))
            .Select((chunk, number) => new Chunk(number, chunk.section.Headings, chunk.section.Anchor, chunk.text))
            .ToArray();
    }

    private static IEnumerable<Section> Sections(string title, string markdown)
    {
        var path = new HeadingPath(title);
        var section = path.Section();
        var headings = 0;
        foreach (var piece in ImpliedHeadings.Mark([.. MarkdownOutline.Read(markdown)]))
        {
            if (piece.Kind == PieceKind.FrontMatter)
                path.Skip(piece);
            else if (AnchorMark.IdIn(piece) is { } id)
            {
                yield return section;
                section = path.Mark(id, section.Pieces.Count == 0 ? section.Heading : null);
            }
            else if (piece.Kind != PieceKind.Heading || ++headings > MaxHeadings)
                section.Pieces.Add(piece);
            else
            {
                yield return section.ClosedBefore(piece.Level);
                section = path.Enter(piece);
            }
        }
        yield return section.ClosedBefore(0);
    }
}

/// <summary>What stands under one heading, up to the next heading of any level; the heading itself is null above the first one and under the title.</summary>
internal sealed record Section(IReadOnlyList<string> Headings, string? Anchor, Piece? Heading, List<Piece> Pieces)
{
    // A heading with nothing under it, not even a deeper one, would be lost: it becomes its own text.
    public Section ClosedBefore(int nextLevel) => Pieces.Count > 0 || Heading is null || nextLevel > Heading.Level
        ? this
        : this with { Pieces = [Heading with { Kind = PieceKind.Text, Source = HeadingText.WithoutId(Heading.Source) }] };
}
