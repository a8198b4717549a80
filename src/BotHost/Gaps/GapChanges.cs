namespace Wenlu.BotHost.Gaps;

/// <summary>What can happen to a gap, each as the gap that comes of it; null when nothing is left.</summary>
internal static class GapChanges
{
    /// <summary>Askers that are remembered; more of them are counted.</summary>
    public const int MostAsks = 20;

    /// <summary>Where somebody asked is remembered no longer than they can be expected to wait.</summary>
    public static readonly TimeSpan AskerLife = TimeSpan.FromDays(30);
    public static readonly TimeSpan ClosedLife = TimeSpan.FromDays(30);
    public static readonly TimeSpan OpenLife = TimeSpan.FromDays(90);

    public static Gap Begin(string id, GapAsk ask) => new Gap(id, ask.Wording, ask.At, ask.At).With(ask);

    /// <summary>Asked once more, or for another reason. A second attempt at the same changes nothing.</summary>
    public static Gap With(this Gap gap, GapAsk ask)
    {
        if (gap.State == GapState.Dismissed)
            ask = ask with { Asked = null, Dislikes = new Dictionary<string, string>() };
        if (gap.Asks.FirstOrDefault(known => known.Key == ask.Key) is not { } known)
            return (gap with { Asks = [.. gap.Asks.TakeLast(MostAsks - 1), ask], Count = gap.Count + 1, LastAsked = Later(gap.LastAsked, ask.At) }).Counting(ask.Kinds, 1);
        var merged = known with { Kinds = [.. known.Kinds.Union(ask.Kinds)], Dislikes = Merge(known.Dislikes, ask.Dislikes) };
        return gap.Replacing(known, merged).Counting(ask.Kinds.Except(known.Kinds), 1);
    }

    /// <summary>Somebody has changed their mind about an answer.</summary>
    public static Gap? WithoutDislike(this Gap gap, string key, string openId)
    {
        if (gap.Asks.FirstOrDefault(ask => ask.Key == key) is not { } known || !known.Dislikes.ContainsKey(openId))
            return gap;
        var left = known with { Dislikes = known.Dislikes.Where(dislike => dislike.Key != openId).ToDictionary() };
        if (left.Dislikes.Count > 0)
            return gap.Replacing(known, left);
        left = left with { Kinds = [.. known.Kinds.Where(kind => kind != GapKind.Disliked)] };
        return left.Kinds.Count == 0 ? gap.Without(key) : gap.Replacing(known, left).Counting([GapKind.Disliked], -1);
    }

    /// <summary>A question was taken back: with the last of its askings the gap goes too.</summary>
    public static Gap? Without(this Gap gap, string key)
    {
        if (gap.Asks.FirstOrDefault(ask => ask.Key == key) is not { } known)
            return gap;
        if (gap.Count <= 1)
            return null;
        var left = (gap with { Asks = [.. gap.Asks.Where(ask => ask != known)], Count = gap.Count - 1 }).Counting(known.Kinds, -1);
        return known.Wording == gap.Question && left.Asks.All(ask => ask.Wording != gap.Question) && left.Asks is [var first, ..]
            ? left.Forgetting(known.Wording) with { Question = first.Wording }
            : left.Forgetting(known.Wording);
    }

    /// <summary>Two that are one question: counted and remembered together, told together.</summary>
    public static Gap Joined(this Gap gap, Gap other)
    {
        var more = other.Asks.Where(ask => gap.Asks.All(known => known.Key != ask.Key));
        var joined = gap with
        {
            Asks = [.. gap.Asks.Concat(more).OrderBy(ask => ask.At).TakeLast(MostAsks)],
            Count = gap.Count + other.Count,
            FirstAsked = other.FirstAsked < gap.FirstAsked ? other.FirstAsked : gap.FirstAsked,
            LastAsked = Later(gap.LastAsked, other.LastAsked),
            Same = [.. gap.Same.Append(other.Question).Concat(other.Same).Where(wording => wording != gap.Question).Distinct().Take(MostAsks)],
        };
        return other.Kinds.Aggregate(joined, (counted, kind) => counted.Counting([kind.Key], kind.Value));
    }

    /// <summary>What is left of it where it was: that it is elsewhere, and nobody's asking.</summary>
    public static Gap Merged(this Gap gap, string into, string by, DateTimeOffset now) =>
        gap with { State = GapState.Merged, MergedInto = into, ClosedBy = by, ClosedAt = now, Asks = [] };

    /// <summary>It waits again; whoever asked it was forgotten when it was dismissed.</summary>
    public static Gap Reopened(this Gap gap) => gap with { State = GapState.Open, ClosedBy = null, ClosedAt = null };

    public static Gap Answered(this Gap gap, GapDraft draft, DateTimeOffset now) =>
        gap with { State = GapState.Answered, ClosedBy = draft.Editor, ClosedAt = now, Draft = draft };

    /// <summary>There was an answer already.</summary>
    public static Gap AnsweredBy(this Gap gap, string answerId, string by, DateTimeOffset now) =>
        gap with { State = GapState.Answered, ClosedBy = by, ClosedAt = now, AnsweredWith = answerId };

    /// <summary>Asked again it stays so, for as long as it is remembered.</summary>
    public static Gap Dismissed(this Gap gap, string by, DateTimeOffset now) => gap with
    {
        State = GapState.Dismissed,
        ClosedBy = by,
        ClosedAt = now,
        Asks = [.. gap.Asks.Select(ask => ask with { Asked = null, Dislikes = new Dictionary<string, string>() })],
    };

    /// <summary>The asker knows, or must not: that they asked is not needed any more.</summary>
    public static Gap Told(this Gap gap, string key) => gap with { Asks = [.. gap.Asks.Where(ask => ask.Key != key)] };

    /// <summary>What time leaves of it.</summary>
    public static Gap? Aged(this Gap gap, DateTimeOffset now)
    {
        if (now - (gap.ClosedAt ?? gap.LastAsked) > (gap.State == GapState.Open ? OpenLife : ClosedLife))
            return null;
        return gap.Asks.Any(ask => IsForgotten(ask, now))
            ? gap with { Asks = [.. gap.Asks.Select(ask => IsForgotten(ask, now) ? ask with { Asked = null, Dislikes = new Dictionary<string, string>() } : ask)] }
            : gap;
    }

    private static bool IsForgotten(GapAsk ask, DateTimeOffset now) => now - ask.At > AskerLife && (ask.Asked is not null || ask.Dislikes.Count > 0);

    private static Gap Replacing(this Gap gap, GapAsk known, GapAsk by) => gap with { Asks = [.. gap.Asks.Select(ask => ask == known ? by : ask)] };

    private static Gap Forgetting(this Gap gap, string wording) =>
        gap.Asks.Any(ask => ask.Wording == wording) ? gap : gap with { Same = [.. gap.Same.Where(same => same != wording)] };

    private static Gap Counting(this Gap gap, IEnumerable<GapKind> kinds, int by)
    {
        var counts = gap.Kinds.ToDictionary();
        foreach (var kind in kinds)
            counts[kind] = counts.GetValueOrDefault(kind) + by;
        return gap with { Kinds = counts.Where(count => count.Value > 0).ToDictionary() };
    }

    private static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> more) =>
        more.Count == 0 ? known : known.Where(dislike => !more.ContainsKey(dislike.Key)).Concat(more).ToDictionary();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
