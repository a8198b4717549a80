using System.Text;

namespace Wenlu.Retrieval.Chunking;

/// <summary>The outline of a text that is not worth, or not safe, parsing as Markdown: paragraphs and <c>#</c> headings, in one pass.</summary>
internal static class PlainOutline
{
    public static IEnumerable<Piece> Read(string source)
    {
        var paragraph = new StringBuilder();
        foreach (var line in source.Split('\n'))
        {
            var level = LevelOf(line);
            if (level == 0 && !string.IsNullOrWhiteSpace(line))
            {
                paragraph.Append(line).Append('\n');
                continue;
            }
            if (Flush(paragraph) is { } text)
                yield return text;
            if (level > 0)
                yield return new Piece(PieceKind.Heading, line.Trim(), level);
        }
        if (Flush(paragraph) is { } last)
            yield return last;
    }

    private static Piece? Flush(StringBuilder paragraph)
    {
        if (paragraph.Length == 0)
            return null;
        var text = MarkdownOutline.Trimmed(paragraph.ToString());
        paragraph.Clear();
        return new Piece(PieceKind.Text, text);
    }

    private static int LevelOf(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is >= 1 and <= 6 && level < line.Length && line[level] == ' ' ? level : 0;
    }
}
