using System.Buffers;

namespace Wenlu.Retrieval.Chunking;

/// <summary>Pipe tables, recognised by their delimiter row.</summary>
internal static class MarkdownTable
{
    private static readonly SearchValues<char> DelimiterCharacters = SearchValues.Create("|:- \t");

    /// <summary>Where in a paragraph its table begins, which may follow a line of text without a blank one; -1 when it has none.</summary>
    public static int StartIn(string paragraph)
    {
        var before = -1;
        for (var at = 0; at < paragraph.Length; at = EndOfLine(paragraph, at) + 1)
        {
            if (before >= 0 && paragraph.AsSpan(before, at - before).Contains('|') && IsDelimiter(paragraph.AsSpan(at, EndOfLine(paragraph, at) - at)))
                return before;
            before = at;
        }
        return -1;
    }

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>The header with its delimiter row that a text begins with; null when it begins with something else.</summary>
    public static string? HeaderOf(string text) => StartIn(text) == 0 ? Read(text).Header : null;

    /// <summary>The header with its delimiter row, and the rows under it.</summary>
    public static (string Header, string[] Rows) Read(string text)
    {
        var lines = text.Split('\n');
        return ($"{lines[0]}\n{lines[1]}", lines[2..]);
    }

    public static bool IsDelimiter(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.ContainsAny('|', ':') && !line.ContainsAnyExcept(DelimiterCharacters);
}
