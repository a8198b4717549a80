namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Merged cells taken apart again: Markdown has none, and a passage may begin at any row.</summary>
internal static class MergedCells
{
    // A longer text is not said again in each row; the ditto mark leads back to it.
    private const int Longest = 200;
    private const string Ditto = "〃";

    /// <summary>The cells by rows, each merged one in all the places it covers; what covers a whole row is said once there.</summary>
    public static IReadOnlyList<string[]> Spread(IReadOnlyList<string> cells, int columns, IReadOnlyList<CellSpan?>? spans)
    {
        var rows = cells.Chunk(columns).Select(row => Filled(row, columns)).ToArray();
        var covered = new HashSet<int>();
        for (var at = 0; at < Math.Min(cells.Count, spans?.Count ?? 0); at++)
            if (!covered.Contains(at) && cells[at].Length > 0 && spans![at] is { } span)
                Cover(rows, at, span, covered);
        return rows;
    }

    private static string[] Filled(string[] row, int columns) => [.. row, .. Enumerable.Repeat("", columns - row.Length)];

    private static void Cover(string[][] rows, int at, CellSpan span, HashSet<int> covered)
    {
        var columns = rows[0].Length;
        var (top, left) = (at / columns, at % columns);
        var (bottom, right) = (top + Math.Clamp(span.RowSpan, 1, rows.Length - top), left + Math.Clamp(span.ColSpan, 1, columns - left));
        var text = rows[top][left];
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < (right - left == columns ? 1 : right); column++)
            {
                covered.Add(row * columns + column);
                if (rows[row][column].Length == 0)
                    rows[row][column] = text.Length > Longest ? Ditto : text;
            }
        }
    }
}
