using System.Globalization;
using AngleSharp.Dom;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>A list with the lists in its items; what an item holds besides its first line stands below that line's text.</summary>
internal static class HtmlList
{
    public static string Write(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<string>();
        // A list directly within a list is wrong, and common all the same: it belongs to the item before.
        foreach (var child in list.Children.Where(child => !HtmlBlocks.IsDropped(child)))
        {
            if (child.LocalName is "ul" or "ol" && items.Count > 0)
                items[^1] += "\n" + HtmlBlocks.Prefix(Write(child), "  ");
            else if (HtmlBlocks.Write(child) is { Length: > 0 } text)
                items.Add(Item(list.LocalName == "ol" ? $"{number++}. " : "- ", text));
        }
        return string.Join("\n", items);
    }

    private static string Item(string marker, string text)
    {
        var lines = Tight(text).Split('\n');
        var indent = new string(' ', marker.Length);
        return marker + string.Join("\n", lines.Select((line, at) => at == 0 || line.Length == 0 ? line : indent + line));
    }

    /// <summary>A list below an item's line needs no blank line between them.</summary>
    private static string Tight(string text)
    {
        var first = text.IndexOf("\n\n", StringComparison.Ordinal);
        return first > 0 && IsMarker(text.AsSpan(first + 2)) ? text.Remove(first, 1) : text;
    }

    private static bool IsMarker(ReadOnlySpan<char> line) => line.StartsWith("- ") || (line.Length > 0 && char.IsAsciiDigit(line[0]));
}
