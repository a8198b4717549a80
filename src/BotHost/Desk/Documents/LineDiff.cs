using System.Text;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

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
