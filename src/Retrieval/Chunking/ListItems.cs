namespace Wenlu.Retrieval.Chunking;

/// <summary>The items of a list, as the lines they were written in.</summary>
internal static class ListItems
{
    /// <summary>An item begins with a marker no deeper than the first one's; whatever is under it stays with it.</summary>
    public static IEnumerable<string> Of(string list)
    {
        var indent = IndentOf(list);
        var item = new List<string>();
        foreach (var line in list.Split('\n'))
        {
            if (item.Count > 0 && IndentOf(line) <= indent && MarkerLength(line) > 0)
            {
                yield return string.Join('\n', item);
                item.Clear();
            }
            item.Add(line);
        }
        yield return string.Join('\n', item);
    }

    /// <summary>An item's first line without its marker, and what is under it, moved to the margin.</summary>
    public static (string First, string Under) Open(string item)
    {
        var lines = item.Split('\n');
        var width = MarkerLength(lines[0]);
        return (lines[0][width..], string.Join('\n', lines.Skip(1).Select(line => line[Math.Min(width, IndentOf(line))..])));
    }

    /// <summary>The characters up to a list item's content, its indentation included; 0 for a line that begins no item.</summary>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        var at = IndentOf(line);
        if (at < line.Length && line[at] is '-' or '*' or '+')
            at++;
        else
        {
            var digits = at;
            while (at < line.Length && char.IsAsciiDigit(line[at]))
                at++;
            if (at == digits || at == line.Length || line[at++] is not ('.' or ')'))
                return 0;
        }
        if (at < line.Length && line[at] is not (' ' or '\t'))
            return 0;
        return Math.Min(at + 1, line.Length);
    }

    private static int IndentOf(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;
}
