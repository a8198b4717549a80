using System.Buffers;

namespace Wenlu.Retrieval.Chunking;

/// <summary>Pipe tables, recognised by their delimiter row.</summary>
internal static class MarkdownTable
{
    private static readonly SearchValues<char> DelimiterCharacters = SearchValues.Create("|:- \t");

    public static bool IsTable(string text)
    {
        var lines = text.Split('\n', 3);
        return lines.Length >= 2 && lines[0].Contains('|') && IsDelimiter(lines[1]);
    }

    /// <summary>The header with its delimiter row, and the rows under it.</summary>
    public static (string Header, string[] Rows) Read(string text)
    {
        var lines = text.Split('\n');
        return ($"{lines[0]}\n{lines[1]}", lines[2..]);
    }

    private static bool IsDelimiter(string line) =>
        line.Contains('-') && (line.Contains('|') || line.Contains(':')) && !line.AsSpan().ContainsAnyExcept(DelimiterCharacters);
}
