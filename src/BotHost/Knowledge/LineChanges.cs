namespace Wenlu.BotHost.Knowledge;

/// <summary>Lines that stand in the place of others: at <paramref name="Before"/> of the one text and at <paramref name="After"/> of the other.</summary>
internal readonly record struct LineChange(int Before, int Removed, int After, int Added);

/// <summary>The fewest changes between two texts (E. Myers, An O(ND) Difference Algorithm, 1986); of texts with little in common, one change.</summary>
internal static class LineChanges
{
    /// <summary>What is remembered grows with its square: 4,000,000 numbers.</summary>
    private const int MostSteps = 2_000;

    public static IReadOnlyList<LineChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        var (removed, added) = (before.Count - head - tail, after.Count - head - tail);
        if (removed + added == 0)
            return [];
        var traces = removed == 0 || added == 0 ? null : Walk(before, after, head, removed, added);
        return traces is null ? [new(head, removed, head, added)] : Retrace(traces, head, removed, added);
    }

    /// <summary>After each number of changes, how far each diagonal has come; null when the texts differ in too much.</summary>
    private static List<int[]>? Walk(IReadOnlyList<string> before, IReadOnlyList<string> after, int head, int removed, int added)
    {
        var traces = new List<int[]>();
        var reached = new int[2 * Math.Min(removed + added, MostSteps) + 3];
        var middle = reached.Length / 2;
        for (var steps = 0; steps <= Math.Min(removed + added, MostSteps); steps++)
        {
            traces.Add(reached[(middle - steps)..(middle + steps + 1)]);
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                var x = diagonal == -steps || (diagonal != steps && reached[middle + diagonal - 1] < reached[middle + diagonal + 1])
                    ? reached[middle + diagonal + 1]
                    : reached[middle + diagonal - 1] + 1;
                while (x < removed && x - diagonal < added && before[head + x] == after[head + x - diagonal])
                    x++;
                reached[middle + diagonal] = x;
                if (x >= removed && x - diagonal >= added)
                    return traces;
            }
        }
        return null;
    }

    private static List<LineChange> Retrace(List<int[]> traces, int head, int removed, int added)
    {
        var changes = new List<LineChange>();
        var (x, y) = (removed, added);
        for (var steps = traces.Count - 1; steps > 0; steps--)
        {
            // As it was before the step: one diagonal fewer on each side.
            var reached = traces[steps];
            var diagonal = x - y;
            var isAdded = diagonal == -steps || (diagonal != steps && reached[steps + diagonal - 1] < reached[steps + diagonal + 1]);
            var from = isAdded ? reached[steps + diagonal + 1] : reached[steps + diagonal - 1];
            var (fromX, fromY) = (from, from - (isAdded ? diagonal + 1 : diagonal - 1));
            changes.Add(new(head + fromX, isAdded ? 0 : 1, head + fromY, isAdded ? 1 : 0));
            (x, y) = (fromX, fromY);
        }
        changes.Reverse();
        return Joined(changes);
    }

    private static List<LineChange> Joined(List<LineChange> changes)
    {
        var joined = new List<LineChange>();
        foreach (var change in changes)
        {
            if (joined is [.., var last] && last.Before + last.Removed == change.Before && last.After + last.Added == change.After)
                joined[^1] = last with { Removed = last.Removed + change.Removed, Added = last.Added + change.Added };
            else
                joined.Add(change);
        }
        return joined;
    }
}
