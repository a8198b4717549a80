namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// The tables and fences inside an item or a quote, found line by line and moved to the margin, so that what is too long for
/// one chunk is not cut through them.
/// </summary>
internal static class NestedBlocks
{
    private const string Indentation = " \t>";
    private const int MinFence = 3;

    /// <summary>What is neither table nor fence comes as text; nothing is left out but the marks before the moved lines.</summary>
    public static IEnumerable<Piece> Of(string source)
    {
        var lines = source.Split('\n');
        var text = new List<string>();
        for (var at = 0; at < lines.Length;)
        {
            var (kind, end) = BlockAt(lines, at);
            if (kind == PieceKind.Text)
            {
                text.Add(lines[at++]);
                continue;
            }
            var margin = MarginOf(lines[at]);
            if (lines[at].AsSpan(0, margin).TrimStart(Indentation).Length > 0)
                text.Add(lines[at][..margin].TrimEnd());
            if (text.Count > 0)
                yield return new Piece(PieceKind.Text, string.Join('\n', text));
            text.Clear();
            yield return new Piece(kind, string.Join('\n', lines[at..end].Select((line, index) => index == 0 ? line[margin..] : AtMargin(line, margin))));
            at = end;
        }
        if (text.Count > 0)
            yield return new Piece(PieceKind.Text, string.Join('\n', text));
    }

    private static (PieceKind Kind, int End) BlockAt(string[] lines, int at)
    {
        var opening = lines[at].AsSpan(MarginOf(lines[at]));
        if (FenceLength(opening) is >= MinFence and var fence)
            return (PieceKind.Code, EndOfFence(lines, at + 1, opening[..fence]));
        if (at + 1 < lines.Length && opening.Contains('|') && MarkdownTable.IsDelimiter(lines[at + 1].AsSpan().TrimStart(Indentation)))
            return (PieceKind.Table, EndOfTable(lines, at + 2));
        return (PieceKind.Text, at + 1);
    }

    private static int EndOfFence(string[] lines, int at, ReadOnlySpan<char> fence)
    {
        for (; at < lines.Length; at++)
            if (lines[at].AsSpan().TrimStart(Indentation).TrimEnd() is var line && FenceLength(line) is var length && length >= fence.Length && length == line.Length && line[0] == fence[0])
                return at + 1;
        return at;
    }

    private static int EndOfTable(string[] lines, int at)
    {
        while (at < lines.Length && lines[at].Contains('|'))
            at++;
        return at;
    }

    /// <summary>The run of backticks or tildes that a line begins with.</summary>
    private static int FenceLength(ReadOnlySpan<char> line) =>
        line.IsEmpty || line[0] is not ('`' or '~') ? 0 : line.Length - line.TrimStart(line[0]).Length;

    /// <summary>Where the content of a line begins, after quote marks, indentation and the markers of items that begin with it.</summary>
    private static int MarginOf(string line)
    {
        for (var at = 0; ;)
        {
            var step = line.Length - at - line.AsSpan(at).TrimStart(Indentation).Length;
            step += ListItems.MarkerLength(line.AsSpan(at + step));
            if (step == 0)
                return at;
            at += step;
        }
    }

    private static string AtMargin(string line, int margin) => line[Math.Min(margin, line.Length - line.AsSpan().TrimStart(Indentation).Length)..];
}
