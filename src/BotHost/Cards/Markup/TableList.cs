using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards.Markup;

/// <summary>A table as a list that a phone can show: its headings on one line, then an item for each row.</summary>
internal static partial class TableList
{
    public static IEnumerable<string> Of(Block.Table table)
    {
        var headings = Cells(table.Rows[0]);
        var isChinese = Languages.Of(string.Concat(table.Rows)) == Language.Chinese;
        var (colon, comma) = isChinese ? ("：", "；") : (": ", "; ");
        yield return Strong(string.Join(" · ", headings.Where(heading => heading.Length > 0)));
        yield return string.Empty;
        foreach (var cells in table.Rows.Skip(1).Select(Cells))
            yield return $"- {Strong(cells[0])}{(cells.Count > 1 ? colon : string.Empty)}{string.Join(comma, cells.Skip(1).Select(Labelled))}";

        string Labelled(string cell, int index) =>
            headings.Count > 2 && headings.ElementAtOrDefault(index + 1) is { Length: > 0 } heading ? $"{heading} {cell}" : cell;
    }

    public static IReadOnlyList<string> Cells(string row)
    {
        var inner = row.Trim();
        inner = inner.StartsWith('|') ? inner[1..] : inner;
        inner = inner.EndsWith('|') && !inner.EndsWith("\\|", StringComparison.Ordinal) ? inner[..^1] : inner;
        return [.. Bars().Split(inner).Select(cell => cell.Replace("\\|", "&#124;", StringComparison.Ordinal).Trim())];
    }

    private static string Strong(string text) => text.Length == 0 || text.AsSpan().IndexOfAny("*_`") >= 0 ? text : $"**{text}**";

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();
}
