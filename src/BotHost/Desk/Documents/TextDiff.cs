using System.Text;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

public enum DiffKind
{
    Same,
    Removed,
    Added,

    /// <summary>Lines that are the same, and too far from a change to be shown.</summary>
    Skipped,
}

/// <param name="IsChanged">It is what differs in the line.</param>
public readonly record struct DiffPart(string Text, bool IsChanged);

/// <summary>A line of one text, of the other, or of both, with its number in each.</summary>
public sealed record DiffRow(DiffKind Kind, int? Before, int? After, IReadOnlyList<DiffPart> Parts);

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

/// <summary>Two lines compared by word; a Chinese character is one.</summary>
internal static class LineDiff
{
    /// <summary>What is compared grows with its square.</summary>
    private const int MostWords = 3_000;

    /// <summary>Of lines that have less in common, marks would only be in the way.</summary>
    private const double LeastInCommon = .3;

    public static (IReadOnlyList<DiffPart> Before, IReadOnlyList<DiffPart> After) Between(string before, string after)
    {
        var (older, newer) = (Words(before), Words(after));
        if (older.Count + newer.Count > MostWords)
            return ([new(before, false)], [new(after, false)]);
        var changes = LineChanges.Between(older, newer);
        var common = older.Count - changes.Sum(change => change.Removed);
        return common < LeastInCommon * Math.Max(older.Count, newer.Count)
            ? ([new(before, false)], [new(after, false)])
            : (Parts(older, changes.Select(change => (change.Before, change.Removed))), Parts(newer, changes.Select(change => (change.After, change.Added))));
    }

    private static List<DiffPart> Parts(List<string> words, IEnumerable<(int From, int Count)> changes)
    {
        var (parts, at) = (new List<DiffPart>(), 0);
        foreach (var (from, count) in changes)
        {
            Add(parts, words[at..from], false);
            Add(parts, words[from..(from + count)], true);
            at = from + count;
        }
        Add(parts, words[at..], false);
        return parts;
    }

    private static void Add(List<DiffPart> parts, List<string> words, bool isChanged)
    {
        if (words.Count == 0)
            return;
        var text = string.Concat(words);
        if (parts is [.., var last] && last.IsChanged == isChanged)
            parts[^1] = last with { Text = last.Text + text };
        else
            parts.Add(new(text, isChanged));
    }

    private static List<string> Words(string line)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in line.EnumerateRunes())
        {
            var isJoined = rune.Value < 0x2E80 && Rune.IsLetterOrDigit(rune);
            if (!isJoined && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (isJoined)
                word.Append(rune);
            else
                words.Add(rune.ToString());
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}
