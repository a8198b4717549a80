using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards.Markup;

/// <summary>Lines of text, one after the other, since how deep a list item lies depends on those before it.</summary>
internal sealed partial class LineWriter
{
    private const string Across = "---";
    private const int DeepestItem = 3;
    private const int DeepestQuote = 2;
    private const int Indentation = 4;

    /// <summary>The largest headings are made for a page, not for a chat.</summary>
    private const int HeadingShift = 3;

    private const int SmallestHeading = 6;

    private readonly Stack<int> items = new();

    public string Write(IReadOnlyList<string> lines)
    {
        if (!Item().IsMatch(lines[0]) && Columns(lines[0]) < 2)
            items.Clear();
        return string.Join('\n', lines.Select(Write).OfType<string>());
    }

    private string? Write(string line)
    {
        if (Quote().Match(line) is { Success: true } quote)
            return Quoted(quote);
        return NoRule(Item().Match(line) is { Success: true } item
            ? $"{new string(' ', Indentation * Depth(Columns(line)))}{Mark(item)} {Inner(item.Groups["text"].Value)}"
            : Plain(line.Trim(BlockReader.Blanks)));
    }

    /// <summary>Below a line with a bar, an item that holds nothing but bars would make a table of both.</summary>
    private static string NoRule(string line) =>
        line.Contains('|', StringComparison.Ordinal) && BlockReader.IsTableRule(line) ? line.Replace("|", "&#124;", StringComparison.Ordinal) : line;

    private int Depth(int column)
    {
        while (items.TryPeek(out var outer) && column <= outer + 1)
            items.Pop();
        items.Push(column);
        return Math.Min(items.Count - 1, DeepestItem);
    }

    private static string Mark(Match item) => item.Groups["number"].Success ? $"{item.Groups["number"].Value}." : "-";

    /// <summary>A table in a quote stays rows of text: its rule would be one more table.</summary>
    private static string? Quoted(Match quote)
    {
        var depth = Math.Min(quote.Groups["marks"].Value.Count(character => character == '>'), DeepestQuote);
        var text = quote.Groups["text"].Value;
        if (BlockReader.IsTableRule(text))
            return null;
        var content = Item().Match(text) is { Success: true } item ? $"{Mark(item)} {Inner(item.Groups["text"].Value)}" : Plain(text);
        return $"{string.Concat(Enumerable.Repeat("> ", depth))}{content}";
    }

    /// <summary>Behind a marker no further one begins a list within the list.</summary>
    private static string Inner(string text) => Marker().Replace(text.Trim(BlockReader.Blanks), match => Entities(match.Value));

    private static string Plain(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
            return $"{new string('#', Math.Min(heading.Groups["level"].Length + HeadingShift, SmallestHeading))} {heading.Groups["text"].Value}";
        // What is neither a fence nor an item nor a table's rule, but could be taken for one or for an underline.
        return line.StartsWith("```", StringComparison.Ordinal) ? line.Replace("`", "&#96;", StringComparison.Ordinal)
            : Dashes().IsMatch(line) || (line != Across && BlockReader.IsTableRule(line)) ? Entities(line) : line;
    }

    private static string Entities(string text) => string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? $"{character}" : $"&#{(int)character};"));

    private static int Columns(string line)
    {
        var columns = 0;
        foreach (var character in line.TakeWhile(character => character is ' ' or '\t'))
            columns = character == '\t' ? (columns / Indentation + 1) * Indentation : columns + 1;
        return columns;
    }

    [GeneratedRegex(@"^[ \t]*(?:[-*+]|(?<number>\d{1,9})[.)])[ \t]+(?<text>\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:[-*+>]|#{1,6}|\d{1,9}[.)])(?=[ \t]|$)")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[ \t]*(?<marks>>(?:[ \t]*>)*)[ \t]*(?<text>.*)$")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(?<level>#{1,6})[ \t]+(?<text>\S.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[-*+]{1,2}$")]
    private static partial Regex Dashes();
}
