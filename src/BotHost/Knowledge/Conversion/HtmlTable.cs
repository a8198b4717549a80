using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>A pipe table. A cell that spans several stands in each of them, so that every row can be read by itself.</summary>
internal static class HtmlTable
{
    private const int MaxSpan = 100;

    public static IEnumerable<string> Write(IElement table)
    {
        var rows = ((IHtmlTableElement)table).Rows.Where(row => !HtmlBlocks.IsDropped(row)).ToList();
        if (rows.Count <= 1 && rows.Sum(row => row.Cells.Length) <= 1)
            return rows.SelectMany(row => row.Cells).Select(HtmlBlocks.Write).Where(text => text.Length > 0);
        var grid = Grid(rows);
        var width = grid.Max(row => row.Count);
        var lines = grid.Select(row => $"| {string.Join(" | ", row.Concat(Enumerable.Repeat("", width - row.Count)))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", width))}");
        return Caption(table) is { Length: > 0 } caption ? [caption, string.Join("\n", lines)] : [string.Join("\n", lines)];
    }

    private static string Caption(IElement table) =>
        table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption ? HtmlInline.Line(caption.ChildNodes) : "";

    private static List<List<string>> Grid(List<IHtmlTableRowElement> rows)
    {
        var grid = new List<List<string>>();
        var below = new Dictionary<int, (string Text, int Rows)>();
        foreach (var row in rows)
        {
            var line = new List<string>();
            foreach (var cell in row.Cells)
            {
                Continue(below, line);
                var text = HtmlInline.Cell(cell.ChildNodes);
                for (var column = 0; column < Span(cell, "colspan"); column++)
                {
                    if (Span(cell, "rowspan") is > 1 and var high)
                        below[line.Count] = (text, high - 1);
                    line.Add(text);
                }
            }
            Continue(below, line);
            grid.Add(line);
        }
        return grid;
    }

    private static void Continue(Dictionary<int, (string Text, int Rows)> below, List<string> line)
    {
        while (below.Remove(line.Count, out var cell))
        {
            if (cell.Rows > 1)
                below[line.Count] = (cell.Text, cell.Rows - 1);
            line.Add(cell.Text);
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MaxSpan) : 1;
}
