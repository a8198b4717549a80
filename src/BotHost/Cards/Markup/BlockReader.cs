using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards.Markup;

/// <summary>Reads Markdown as a chat client does, and in doubt sees a table or a fence too many rather than one too few.</summary>
internal sealed partial class BlockReader
{
    /// <summary>What stands at the edge of a line without meaning; a line loses no other, or it could become a rule by that.</summary>
    public static readonly char[] Blanks = [' ', '\t'];

    private readonly string[] lines;
    private readonly List<Block> blocks = [];
    private readonly List<string> text = [];
    private int at;

    private BlockReader(string markdown) => lines = markdown.ReplaceLineEndings("\n").Split('\n');

    public static IReadOnlyList<Block> Read(string markdown)
    {
        var reader = new BlockReader(markdown);
        while (reader.at < reader.lines.Length)
            reader.Step();
        reader.EndText();
        return reader.blocks;
    }

    public static bool IsTableRule(string line) => TableRule().IsMatch(line);

    private void Step()
    {
        var line = lines[at];
        if (FenceStart().Match(line) is { Success: true } fence)
            Code(fence);
        else if (IsTable())
            Table();
        else
        {
            Line(line);
            at++;
        }
    }

    /// <summary>An underline would make a heading of the line above it; a row of dashes was meant as a line across.</summary>
    private void Line(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            EndText();
        else if (Across().IsMatch(line))
            Alone("---");
        else if (!Underline().IsMatch(line) || text.Count == 0)
            text.Add(line);
    }

    private void Alone(string line)
    {
        EndText();
        blocks.Add(new Block.Text([line]));
    }

    private void EndText()
    {
        if (text.Count > 0)
            blocks.Add(new Block.Text([.. text]));
        text.Clear();
    }

    private bool IsTable() => lines[at].Contains('|', StringComparison.Ordinal) && at + 1 < lines.Length && IsTableRule(lines[at + 1]);

    private void Table()
    {
        EndText();
        List<string> rows = [lines[at].Trim(Blanks)];
        for (at += 2; at < lines.Length && lines[at].Contains('|', StringComparison.Ordinal) && !FenceStart().IsMatch(lines[at]); at++)
        {
            if (!IsTableRule(lines[at]))
                rows.Add(lines[at].Trim(Blanks));
        }

        blocks.Add(new Block.Table(rows));
    }

    private void Code(Match start)
    {
        var (lead, fence, info) = (start.Groups["lead"].Value, start.Groups["fence"].Value, start.Groups["info"].Value.Trim());
        if (lead.Any(char.IsDigit))
            text.Add(lead);
        EndText();
        List<string> code = Language().IsMatch(info) ? [] : [info];
        for (at++; at < lines.Length && !Ends(lines[at], fence); at++)
            code.Add(Dedent(lines[at], lead.Length));
        blocks.Add(new Block.Code(code.Count > 0 && code[0] == info ? string.Empty : info, code, IsOpen: at >= lines.Length));
        at++;
    }

    private static bool Ends(string line, string fence) =>
        line.Trim() is { } mark && mark.Length >= fence.Length && mark.All(character => character == fence[0]);

    private static string Dedent(string line, int columns)
    {
        var blank = line.Length - line.TrimStart(' ').Length;
        return line[Math.Min(blank, columns)..];
    }

    /// <summary>Behind a list marker too, and however far it is indented.</summary>
    [GeneratedRegex(@"^(?<lead>[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?<fence>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$")]
    private static partial Regex FenceStart();

    [GeneratedRegex(@"^[A-Za-z0-9+#._-]{0,20}$")]
    private static partial Regex Language();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")]
    private static partial Regex Across();

    [GeneratedRegex(@"^[ \t]*=+[ \t]*$")]
    private static partial Regex Underline();
}
