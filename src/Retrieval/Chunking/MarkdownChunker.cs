namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// Cuts Markdown along its headings. A chunk never reaches over a heading; within a section, blocks are gathered up to the
/// budget, evenly, so that the last chunk of a section is not a scrap.
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
            .SelectMany(section => Texts(section, budget).Select(text => (section, text)))
            .Select((chunk, number) => new Chunk(number, chunk.section.Headings, chunk.section.Anchor, chunk.text))
            .ToArray();
    }

    private static IEnumerable<Section> Sections(string title, string markdown)
    {
        var path = new HeadingPath(title);
        var section = path.Section();
        var headings = 0;
        foreach (var piece in MarkdownOutline.Read(markdown))
        {
            if (piece.Kind != PieceKind.Heading || ++headings > MaxHeadings)
                section.Pieces.Add(piece);
            else
            {
                yield return section.ClosedBefore(piece.Level);
                section = path.Enter(piece);
            }
        }
        yield return section.ClosedBefore(0);
    }

    private static IEnumerable<string> Texts(Section section, int budget)
    {
        var total = section.Pieces.Sum(piece => piece.Source.Length + 2);
        var even = (int)Math.Ceiling(total / Math.Ceiling(total / (double)budget));
        var text = "";
        foreach (var part in section.Pieces.SelectMany(piece => TextCutter.Cut(piece, budget)))
        {
            if (text.Length > 0 && (text.Length >= even || text.Length + 2 + part.Length > budget))
            {
                yield return text;
                text = "";
            }
            text = text.Length == 0 ? part : $"{text}\n\n{part}";
        }
        if (text.Length > 0)
            yield return text;
    }
}

/// <summary>What stands under one heading, up to the next heading of any level; the heading itself is null above the first one and under the title.</summary>
internal sealed record Section(IReadOnlyList<string> Headings, string? Anchor, Piece? Heading, List<Piece> Pieces)
{
    // A heading with nothing under it, not even a deeper one, would be lost: it becomes its own text.
    public Section ClosedBefore(int nextLevel) => Pieces.Count > 0 || Heading is null || nextLevel > Heading.Level
        ? this
        : this with { Pieces = [Heading with { Kind = PieceKind.Text }] };
}
