namespace Wenlu.StandIns.Feishu;

/// <summary>Sliding windows by name. What was refused does not count.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> taken = [];

    /// <summary>Null when there was room, else how long until there is.</summary>
    public TimeSpan? TryTake(string name, int limit, TimeSpan window)
    {
        if (limit == int.MaxValue) return null;
        if (!taken.TryGetValue(name, out var times)) taken[name] = times = new Queue<DateTimeOffset>();
        var now = time.GetUtcNow();
        while (times.TryPeek(out var oldest) && now - oldest >= window) times.Dequeue();
        if (times.Count >= limit) return times.Peek() + window - now;
        times.Enqueue(now);
        return null;
    }
}
