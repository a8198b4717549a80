using System.Text;

namespace Wenlu.Retrieval.Chunking;

/// <summary>The outline of a text that is not worth, or not safe, parsing as Markdown: paragraphs, fences and <c>#</c> headings, in one pass.</summary>
internal static class PlainOutline
{
    public static IEnumerable<Piece> Read(string source)
    {
        var (lines, fence) = (new StringBuilder(), "");
        foreach (var line in source.Split('\n'))
        {
            var opening = fence.Length == 0 ? MarkdownCode.FenceOf(line) : "";
            var level = fence.Length == 0 ? LevelOf(line) : 0;
            if ((level > 0 || opening.Length > 0 || fence.Length == 0 && string.IsNullOrWhiteSpace(line)) && Flush(lines, PieceKind.Text) is { } text)
                yield return text;
            if (level > 0)
                yield return new Piece(PieceKind.Heading, line.Trim(), level);
            else
                lines.Append(line).Append('\n');
            if (fence.Length > 0 && MarkdownCode.Closes(line, fence))
            {
                yield return Flush(lines, PieceKind.Code)!;
                fence = "";
            }
            else if (opening.Length > 0)
                fence = opening;
        }
        if (Flush(lines, fence.Length > 0 ? PieceKind.Code : PieceKind.Text) is { } last)
            yield return last;
    }

    private static Piece? Flush(StringBuilder lines, PieceKind kind)
    {
        var text = MarkdownOutline.Trimmed(lines.ToString());
        lines.Clear();
        return text.Length == 0 ? null : new Piece(kind, text);
    }

    private static int LevelOf(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is >= 1 and <= 6 && level < line.Length && line[level] == ' ' ? level : 0;
    }
}
