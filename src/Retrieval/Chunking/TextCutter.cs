namespace Wenlu.Retrieval.Chunking;

/// <summary>Cuts what does not fit into one chunk, each kind of block where it hurts least.</summary>
internal static class TextCutter
{
    /// <summary>Parts of at most <paramref name="budget"/> characters, in order.</summary>
    public static IEnumerable<string> Cut(Piece piece, int budget)
    {
        if (piece.Source.Length <= budget && !IsOpen(piece))
            return [piece.Source];
        return piece.Kind switch
        {
            PieceKind.Table => CutTable(piece.Source, budget),
            PieceKind.Code => CutCode(piece.Source, budget),
            PieceKind.List => Pack(ListItems.Of(piece.Source), "\n", budget),
            _ => Fitting(piece.Source, budget),
        };
    }

    private static IEnumerable<string> CutTable(string source, int budget)
    {
        var (header, rows) = MarkdownTable.Read(source);
        var room = budget - header.Length - 1;
        // A header that leaves no room for rows is a table only in name.
        return room < budget / 3 ? CutText(source, budget) : Pack(rows, "\n", room).Select(part => $"{header}\n{part}");
    }

    private static IEnumerable<string> CutCode(string source, int budget)
    {
        var lines = source.Split('\n');
        var (opening, fence) = (lines[0], MarkdownCode.FenceOf(lines[0]));
        var room = budget - opening.Length - fence.Length - 2;
        return room < budget / 3
            ? CutText(source, budget)
            : Pack(lines[1..(MarkdownCode.IsClosed(lines) ? ^1 : ^0)], "\n", room).Select(part => $"{opening}\n{part}\n{fence}");
    }

    // Markdown closes at the end of the document what its author left open; what follows a chunk is not its end.
    private static bool IsOpen(Piece piece) =>
        piece.Kind == PieceKind.Code && piece.Source.Split('\n') is { Length: > 1 } lines && !MarkdownCode.IsClosed(lines);

    private static IEnumerable<string> CutText(string source, int budget) =>
        Pack(Sentences.Of(source).SelectMany(sentence => Sentences.Slices(sentence, budget)), "", budget);

    /// <summary>Fills parts up to the budget; a unit that is larger by itself is cut around its tables and fences, at sentences, then anywhere.</summary>
    private static IEnumerable<string> Pack(IEnumerable<string> units, string separator, int budget)
    {
        var part = "";
        foreach (var unit in units.SelectMany(unit => Fitting(unit, budget)))
        {
            var joined = part.Length == 0 ? unit : part + separator + unit;
            if (joined.Length <= budget)
                part = joined;
            else
            {
                if (!string.IsNullOrWhiteSpace(part))
                    yield return MarkdownOutline.Trimmed(part);
                part = unit;
            }
        }
        if (!string.IsNullOrWhiteSpace(part))
            yield return MarkdownOutline.Trimmed(part);
    }

    private static IEnumerable<string> Fitting(string unit, int budget)
    {
        if (unit.Length <= budget)
            return [unit];
        var blocks = NestedBlocks.Of(unit).ToArray();
        if (Array.Exists(blocks, block => block.Kind != PieceKind.Text))
            return Pack(blocks.SelectMany(block => Cut(block, budget)), "\n", budget);
        return CutText(unit, budget);
    }
}
