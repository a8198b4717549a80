namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// When calls were or will be made, and from that when the next one may be: the n-th latest must be a window ago. The store
/// keeps the same log for all replicas (<see cref="CallScripts"/>); this one stands in for it while the store is away.
/// </summary>
internal sealed class CallLog
{
    private readonly LinkedList<DateTimeOffset> moments = [];

    /// <summary>Not before this may a call be made that keeps to all the rules.</summary>
    public DateTimeOffset Free(DateTimeOffset now, IReadOnlyList<CallRule> rules) =>
        rules.Select(rule => Bound(rule)).Append(moments.First?.Value ?? now).Append(now).Max();

    public void Book(DateTimeOffset moment, IReadOnlyList<CallRule> rules)
    {
        moments.AddFirst(moment);
        while (moments.Count > rules.Max(rule => rule.Limit))
            moments.RemoveLast();
    }

    private DateTimeOffset Bound(CallRule rule) =>
        moments.Count < rule.Limit ? DateTimeOffset.MinValue : moments.ElementAt(rule.Limit - 1) + rule.Window;
}
