namespace Wenlu.BotHost.Inbox;

internal static class RetryDelay
{
    /// <summary>Doubles from the first to the longest; up to a fifth less, so that what failed together does not come back together.</summary>
    public static TimeSpan After(int attempt, InboxOptions options, Random random)
    {
        var doubled = options.FirstRetryDelay * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30));
        var delay = doubled < options.LongestRetryDelay ? doubled : options.LongestRetryDelay;
        return delay * (1 - random.NextDouble() / 5);
    }
}
