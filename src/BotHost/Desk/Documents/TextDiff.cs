using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>
/// Two texts compared for people: by line, and within a line that was changed by word, since a paragraph of prose is one line.
/// </summary>
internal static class TextDiff
{
    private const int Context = 3;

    /// <summary>A page that nobody reads to its end takes nobody further.</summary>
    public const int MostRows = 3_000;

    public static IReadOnlyList<DiffRow> Between(string before, string after)
    {
        var (older, newer) = (Lines(before), Lines(after));
        var changes = LineChanges.Between(older, newer);
        var rows = new List<DiffRow>();
        var (at, atAfter) = (0, 0);
        foreach (var change in changes)
        {
            AddSame(rows, older, at, change.Before, atAfter, isFirst: at == 0, isLast: false);
            AddChange(rows, change, older, newer);
            (at, atAfter) = (change.Before + change.Removed, change.After + change.Added);
        }
        if (changes.Count > 0)
            AddSame(rows, older, at, older.Length, atAfter, isFirst: false, isLast: true);
        return rows;
    }

    /// <summary>A last line break makes no line of its own.</summary>
    private static string[] Lines(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static void AddSame(List<DiffRow> rows, string[] lines, int from, int end, int fromAfter, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Context, isLast ? 0 : Context);
        var isLong = end - from > head + tail + 1;
        for (var line = from; line < end; line++)
        {
            if (!isLong || line - from < head || end - line <= tail)
                rows.Add(new(DiffKind.Same, line + 1, fromAfter + line - from + 1, [new(lines[line], false)]));
            else if (line - from == head)
                rows.Add(new(DiffKind.Skipped, null, null, []));
        }
    }

    private static void AddChange(List<DiffRow> rows, LineChange change, string[] older, string[] newer)
    {
        var pairs = Enumerable.Range(0, Math.Min(change.Removed, change.Added))
            .Select(number => LineDiff.Between(older[change.Before + number], newer[change.After + number])).ToList();
        for (var number = 0; number < change.Removed; number++)
            rows.Add(new(DiffKind.Removed, change.Before + number + 1, null, number < pairs.Count ? pairs[number].Before : [new(older[change.Before + number], false)]));
        for (var number = 0; number < change.Added; number++)
            rows.Add(new(DiffKind.Added, null, change.After + number + 1, number < pairs.Count ? pairs[number].After : [new(newer[change.After + number], false)]));
    }
}
