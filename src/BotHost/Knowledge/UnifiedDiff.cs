using System.Text;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Two texts compared by line, in the form that patch reads.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Empty for texts that are equal.</summary>
    public static string Write(string older, string newer, string olderName, string newerName)
    {
        var (before, after) = (Lines(older), Lines(newer));
        var text = new StringBuilder();
        foreach (var hunk in Hunks(LineChanges.Between(before, after)))
            Write(hunk, before, after, text);
        return text.Length == 0 ? "" : $"--- {olderName}\n+++ {newerName}\n{text}";
    }

    /// <summary>Each with its line break, so that a last line without one differs from one that has it.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>Changes whose surroundings meet belong together.</summary>
    private static IEnumerable<List<LineChange>> Hunks(IReadOnlyList<LineChange> changes)
    {
        List<LineChange> hunk = [];
        foreach (var change in changes)
        {
            if (hunk.Count > 0 && change.Before - (hunk[^1].Before + hunk[^1].Removed) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }
            hunk.Add(change);
        }
        if (hunk.Count > 0)
            yield return hunk;
    }

    private static void Write(List<LineChange> hunk, List<string> before, List<string> after, StringBuilder text)
    {
        var lead = Math.Min(Context, hunk[0].Before);
        var (from, end) = (hunk[0].Before - lead, Math.Min(before.Count, hunk[^1].Before + hunk[^1].Removed + Context));
        var (fromAfter, endAfter) = (hunk[0].After - lead, hunk[^1].After + hunk[^1].Added + end - hunk[^1].Before - hunk[^1].Removed);
        text.Append("@@ -").Append(Range(from, end - from)).Append(" +").Append(Range(fromAfter, endAfter - fromAfter)).Append(" @@\n");
        var at = from;
        foreach (var change in hunk)
        {
            Append(' ', before[at..change.Before], text);
            Append('-', before[change.Before..(change.Before + change.Removed)], text);
            Append('+', after[change.After..(change.After + change.Added)], text);
            at = change.Before + change.Removed;
        }
        Append(' ', before[at..end], text);
    }

    private static void Append(char mark, IEnumerable<string> lines, StringBuilder text)
    {
        foreach (var line in lines)
            text.Append(mark).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
    }

    /// <summary>Counted from 1; of nothing, the line before it.</summary>
    private static string Range(int from, int count) => count == 1 ? $"{from + 1}" : $"{(count == 0 ? from : from + 1)},{count}";
}
