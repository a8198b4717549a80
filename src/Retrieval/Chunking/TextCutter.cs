namespace Wenlu.Retrieval.Chunking;

/// <summary>Cuts what does not fit into one chunk, each kind of block where it hurts least.</summary>
internal static class TextCutter
{
    /// <summary>Parts of at most <paramref name="budget"/> characters, in order.</summary>
    public static IEnumerable<string> Cut(Piece piece, int budget)
    {
        if (piece.Source.Length <= budget)
            return [piece.Source];
        return piece.Kind switch
        {
            PieceKind.Table => CutTable(piece.Source, budget),
            PieceKind.Code => CutCode(piece.Source, budget),
            PieceKind.List => Pack(ItemsOf(piece.Source), "\n", budget),
            _ => CutText(piece.Source, budget),
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
        var opening = lines[0];
        var fence = FenceOf(opening);
        var closed = lines.Length > 1 && lines[^1].Trim() is var last && last.StartsWith(fence, StringComparison.Ordinal) && last.Trim(fence[0]).Length == 0;
        var room = budget - opening.Length - fence.Length - 2;
        return room < budget / 3
            ? CutText(source, budget)
            : Pack(lines[1..(closed ? ^1 : ^0)], "\n", room).Select(part => $"{opening}\n{part}\n{fence}");
    }

    private static string FenceOf(string opening)
    {
        var start = opening.TrimStart();
        var length = start.Length - start.TrimStart(start[0]).Length;
        return start[..length];
    }

    // An item begins with a marker no deeper than the first one's; whatever is under it stays with it.
    private static IEnumerable<string> ItemsOf(string source)
    {
        var indent = IndentOf(source);
        var item = new List<string>();
        foreach (var line in source.Split('\n'))
        {
            if (item.Count > 0 && IndentOf(line) <= indent && IsMarker(line.TrimStart()))
            {
                yield return string.Join('\n', item);
                item.Clear();
            }
            item.Add(line);
        }
        yield return string.Join('\n', item);
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsMarker(string line) =>
        line.Length > 0 && (line[0] is '-' or '*' or '+' || char.IsAsciiDigit(line[0]));

    private static IEnumerable<string> CutText(string source, int budget) => Pack(Sentences.Of(source), "", budget);

    /// <summary>Fills parts up to the budget; a unit that is larger by itself is cut at sentences, then anywhere.</summary>
    public static IEnumerable<string> Pack(IEnumerable<string> units, string separator, int budget)
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
        var sentences = Sentences.Of(unit).ToArray();
        return sentences.Length > 1 ? Pack(sentences, "", budget) : Sentences.Slices(unit, budget);
    }
}
