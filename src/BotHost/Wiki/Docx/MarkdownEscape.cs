using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Where a line of text stands: by itself, among others, which might be a table together, or in a cell.</summary>
internal enum LineContext { Line, Lines, Cell }

/// <summary>Keeps text from becoming Markdown, with no more backslashes than that takes.</summary>
internal static partial class MarkdownEscape
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\`*_[]<~&|{!");
    private static readonly SearchValues<char> DelimiterRow = SearchValues.Create("|:-=+ \t");

    /// <summary>Text as it stands in a line; what lies beyond its ends is unknown, so that marks there are escaped.</summary>
    public static string Inline(string text, LineContext context, bool inLink = false)
    {
        if (!text.AsSpan().ContainsAny(Marks))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (Counts(text, at, context, inLink))
                escaped.Append('\\');
            escaped.Append(text[at]);
        }
        return escaped.ToString();
    }

    /// <summary>A whole line that could begin a block, or be the rule under a heading or a table's head.</summary>
    public static string LineStart(string line)
    {
        if (line.Length == 0)
            return line;
        if (BlockStart().IsMatch(line) || !line.AsSpan().ContainsAnyExcept(DelimiterRow))
            return $"\\{line}";
        return ItemNumber().Match(line) is { Success: true } number ? line.Insert(number.Length, "\\") : line;
    }

    private static bool Counts(string text, int at, LineContext context, bool inLink)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '`' or '[' => true,
            ']' => inLink,
            '|' => context != LineContext.Line,
            '\\' => after == '\0' || char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after)),
            '*' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '~' => before is '~' or '\0' || after is '~' or '\0',
            '<' => after is '\0' or '/' or '!' or '?' || char.IsAsciiLetter(after),
            '&' => Entity().IsMatch(text, at),
            '{' => after is '#' or '\0',
            '!' => after == '\0',
            _ => false,
        };
    }

    [GeneratedRegex(@"^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|\|)")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"^[0-9]{1,9}(?=[.)](?:\s|$))")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"\G&#?[A-Za-z0-9]{0,32}(?:;|$)")]
    private static partial Regex Entity();
}
