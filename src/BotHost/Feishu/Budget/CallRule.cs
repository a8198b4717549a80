namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>At most so many calls within any window of this width.</summary>
/// <remarks>
/// The platform counts calls when they arrive, and one may take longer on its way than the next. So our windows are wider than
/// the platform's by <see cref="Travel"/>: calls that far apart on their way still never add up to more than is allowed.
/// </remarks>
internal readonly record struct CallRule(int Limit, TimeSpan Window)
{
    private static readonly TimeSpan Travel = TimeSpan.FromMilliseconds(500);

    /// <summary>A chat takes 5 messages a second from all bots in it; we leave room for the others.</summary>
    public static readonly CallRule Chat = PerSecond(4);

    /// <summary>A card takes 10 operations a second.</summary>
    public static readonly CallRule Card = PerSecond(10);

    /// <summary>A message is updated at most 5 times a second.</summary>
    public static readonly CallRule Message = PerSecond(5);

    public static CallRule PerSecond(int limit) => new(limit, TimeSpan.FromSeconds(1) + Travel);

    /// <summary>
    /// At most <paramref name="limit"/> a second, for a reader that works without a pause: a narrower margin, because a call that is
    /// refused all the same only waits and is made again.
    /// </summary>
    public static CallRule Steadily(int limit) => new(limit, TimeSpan.FromSeconds(1.2));

    /// <summary>At most <paramref name="limit"/> a minute, a tenth at a time, so that nobody has to wait for a whole minute to end.</summary>
    public static CallRule Evenly(int limit) => new(Math.Max(1, limit / 10), TimeSpan.FromSeconds(6.05));

    public static CallRule PerMinute(int limit) => new(limit, TimeSpan.FromMinutes(1) + Travel);

    /// <summary>The same window with less in it, for what others come before.</summary>
    public CallRule Part(double share) => this with { Limit = Math.Max(1, (int)(Limit * share)) };
}
