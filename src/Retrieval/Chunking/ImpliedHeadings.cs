namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// Finds the headings that were not written as such: the questions of an FAQ anywhere; bold lines and Chinese numbering
/// (第一章, 一、, （一）) in documents without a heading of their own, as exports have them. Only what comes at least twice,
/// mostly with text under it and numbered without a gap, is believed: an enumeration of names is no outline.
/// </summary>
internal static class ImpliedHeadings
{
    private const int LeastOften = 2;

    /// <summary>The pieces with these lines as headings of levels above 6; the same pieces when there are none.</summary>
    public static IEnumerable<Piece> Mark(IReadOnlyList<Piece> pieces)
    {
        var outlined = pieces.SkipWhile(IsTitle).Any(piece => piece.Kind == PieceKind.Heading);
        return Runs(pieces).SelectMany(run => run is [{ Kind: PieceKind.Heading }] ? run : Mark(run, questionsOnly: outlined));
    }

    private static bool IsTitle(Piece piece, int index) => index == 0 && piece is { Kind: PieceKind.Heading, Level: 1 };

    private static IEnumerable<IReadOnlyList<Piece>> Runs(IReadOnlyList<Piece> pieces)
    {
        var run = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind != PieceKind.Heading)
            {
                run.Add(piece);
                continue;
            }
            yield return run;
            yield return [piece];
            run = [];
        }
        yield return run;
    }

    private static IEnumerable<Piece> Mark(IReadOnlyList<Piece> run, bool questionsOnly)
    {
        var pieces = run.Select(piece => (Piece: piece, Lines: LinesOf(piece).ToArray())).ToArray();
        var lines = pieces.SelectMany(piece => piece.Lines).ToArray();
        var believed = lines.Select(line => line.Heading).OfType<LikelyHeading>().Select(heading => heading.Style).Distinct()
            .Where(style => (style == HeadingStyle.Question || !questionsOnly) && IsOutline(lines, style))
            .ToHashSet();
        return pieces.SelectMany(piece => Array.Exists(piece.Lines, line => line.Is(believed)) ? Split(piece.Piece, piece.Lines, believed) : [piece.Piece]);
    }

    private static bool IsOutline(Line[] lines, HeadingStyle style)
    {
        var (count, leading, number) = (0, 0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Heading is not { } heading || heading.Style != style)
                continue;
            if (heading.Number > 1 && heading.Number != number + 1)
                return false;
            (count, number) = (count + 1, heading.Number);
            leading += Leads(lines, i, style) ? 1 : 0;
        }
        return count >= LeastOften && 2 * leading > count;
    }

    private static bool Leads(Line[] lines, int at, HeadingStyle style) =>
        lines[at].Rest.Count > 0 || at + 1 < lines.Length && (lines[at + 1].Heading is not { } next || next.Style > style);

    private static IEnumerable<Piece> Split(Piece piece, Line[] lines, HashSet<HeadingStyle> believed)
    {
        var text = new List<string>();
        foreach (var line in lines)
        {
            if (!line.Is(believed))
            {
                text.Add(line.Source);
                continue;
            }
            if (text.Count > 0)
                yield return piece with { Source = string.Join('\n', text) };
            text.Clear();
            yield return new Piece(PieceKind.Heading, line.Heading!.Text, (int)line.Heading.Style);
            foreach (var under in line.Rest)
                yield return under;
        }
        if (text.Count > 0)
            yield return piece with { Source = string.Join('\n', text) };
    }

    /// <summary>A line of a paragraph, an item of a list, or any other piece as a whole.</summary>
    /// <param name="Source">As written.</param>
    /// <param name="Heading">What it is a heading of, if it looks like one.</param>
    /// <param name="Rest">What else the item holds, when its first line looks like a heading.</param>
    private sealed record Line(string Source, LikelyHeading? Heading, IReadOnlyList<Piece> Rest)
    {
        public bool Is(HashSet<HeadingStyle> styles) => Heading is not null && styles.Contains(Heading.Style);
    }

    private static IEnumerable<Line> LinesOf(Piece piece) => piece.Kind switch
    {
        PieceKind.Text => piece.Source.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => new Line(line, LikelyHeading.Read(line), [])),
        PieceKind.List => ListItems.Of(piece.Source).Select(OfItem),
        _ => [new Line(piece.Source, null, [])],
    };

    private static Line OfItem(string item)
    {
        var (first, rest) = ListItems.Open(item);
        return LikelyHeading.Read(first, numbered: true) is { Style: HeadingStyle.Question } question
            ? new Line(item, question, [.. MarkdownOutline.Read(rest).Select(AsText)])
            : new Line(item, null, []);
    }

    private static Piece AsText(Piece piece) => piece.Level > 0 ? piece with { Kind = PieceKind.Text, Level = 0 } : piece;
}
