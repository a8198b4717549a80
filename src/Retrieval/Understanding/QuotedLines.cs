namespace Wenlu.Retrieval.Understanding;

/// <summary>
/// A quote that is never closed makes one cell of the whole rest of a text. Nobody writes a term over twenty lines, so the line that
/// opened it is the bad one, and what follows is read as if it had not been there.
/// </summary>
internal static class QuotedLines
{
    private const int MaxLinesOfRow = 20;

    /// <summary>The text with such lines emptied; the others keep their numbers.</summary>
    /// <param name="csv">In any style of line ends.</param>
    /// <param name="report">Called with the number of each line that was emptied, counted from 1.</param>
    public static string Mend(string csv, Action<int> report)
    {
        var lines = csv.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length;)
        {
            if (Rows(lines, line) is { } rows)
            {
                line += rows;
                continue;
            }
            lines[line++] = "";
            report(line);
        }
        return string.Join('\n', lines);
    }

    /// <summary>Over how many lines the row goes that begins here; null when its quotes are not closed in time.</summary>
    private static int? Rows(string[] lines, int first)
    {
        if (lines[first].StartsWith('#'))
            return 1;
        var quotes = 0;
        for (var rows = 1; rows <= MaxLinesOfRow && first + rows <= lines.Length; rows++)
            if ((quotes += lines[first + rows - 1].Count(character => character == '"')) % 2 == 0)
                return rows;
        return null;
    }
}
