namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>A table as lines of Markdown.</summary>
internal static class PipeTable
{
    /// <summary>No lines when all cells are empty; rows and last columns with nothing in them are left out.</summary>
    /// <param name="rows">Cells of one line each, bars escaped.</param>
    /// <param name="hasHeader">Whether the first row is the head; Markdown wants one, so otherwise it is an empty one.</param>
    public static IReadOnlyList<string> Write(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader)
    {
        var full = rows.Where(row => row.Any(cell => cell.Length > 0)).ToArray();
        if (full.Length == 0)
            return [];
        var columns = full.Max(row => row.Count - row.Reverse().TakeWhile(cell => cell.Length == 0).Count());
        var header = hasHeader && full.Length > 1 ? full[0] : [];
        var body = full.Skip(header.Count > 0 ? 1 : 0).Select(row => Line(row, columns));
        return [Line(header, columns), Line([.. Enumerable.Repeat("---", columns)], columns), .. body];
    }

    private static string Line(IReadOnlyList<string> row, int columns) =>
        $"|{string.Concat(Enumerable.Range(0, columns).Select(at => $" {(at < row.Count ? row[at] : "")} |"))}";
}
