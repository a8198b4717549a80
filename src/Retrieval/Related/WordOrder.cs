namespace Wenlu.Retrieval.Related;

/// <summary>What the order of two questions' terms shows that their overlap does not.</summary>
internal static class WordOrder
{
    /// <summary>
    /// The share that stays when one stretch in the middle is replaced by another (手机怎么截屏, 电脑怎么截屏): who keeps the
    /// whole frame and changes one word asks about something else, who says the same in other words changes the frame as well.
    /// 0 when nothing is replaced, or only something added. Symmetric.
    /// </summary>
    public static double KeptAroundReplaced(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        var start = 0;
        while (start < shorter && one[start] == other[start])
            start++;
        var end = 0;
        while (start + end < shorter && one[one.Count - 1 - end] == other[other.Count - 1 - end])
            end++;
        return start + end < shorter ? (double)(start + end) / Math.Max(one.Count, other.Count) : 0;
    }

    /// <summary>Whether two things that both name stand in the other order: 北京飞广州, 广州飞北京. Symmetric.</summary>
    public static bool IsSwapped(IReadOnlyList<string> one, IReadOnlyList<string> other) => HasInversion(one, other) || HasInversion(other, one);

    private static bool HasInversion(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var places = SharedBlocks(one, other).ToList();
        return places.Zip(places.Skip(1)).Any(pair => pair.First > pair.Second);
    }

    /// <summary>Where in the other the names stand that both have, in the order of the first; a single ideograph is no name.</summary>
    private static IEnumerable<int> SharedBlocks(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        for (var at = 0; at < one.Count;)
        {
            var (place, length) = Longest(one, at, other);
            if (length > 1 || length == 1 && one[at].Length > 1)
                yield return place;
            at += Math.Max(1, length);
        }
    }

    private static (int Place, int Length) Longest(IReadOnlyList<string> one, int at, IReadOnlyList<string> other) =>
        Enumerable.Range(0, other.Count).Select(place => (place, length: CommonLength(one, at, other, place))).DefaultIfEmpty().MaxBy(found => found.length);

    private static int CommonLength(IReadOnlyList<string> one, int at, IReadOnlyList<string> other, int place)
    {
        var length = 0;
        while (at + length < one.Count && place + length < other.Count && one[at + length] == other[place + length])
            length++;
        return length;
    }
}
