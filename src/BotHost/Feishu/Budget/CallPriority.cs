namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>Who gives way when calls are short, the last first.</summary>
internal enum CallPriority
{
    /// <summary>Replies, finished cards, and what they need.</summary>
    Needed,

    /// <summary>The next one carries all of its text.</summary>
    Frame,

    /// <summary>Pleasant, and missed by nobody.</summary>
    Nicety,

    /// <summary>Reading documents: it can wait, and whoever asks comes first.</summary>
    Background,
}

internal static class CallPriorities
{
    public static CallPriority Of(HttpRequestMessage request) => FeishuOperation.Of(request) switch
    {
        FeishuOperation.StreamText or FeishuOperation.StreamMessage => CallPriority.Frame,
        FeishuOperation.ListMembers => CallPriority.Nicety,
        _ when IsReactionAdded(request) => CallPriority.Nicety,
        _ when DocumentOperation.Of(request) is not null => CallPriority.Background,
        _ => CallPriority.Needed,
    };

    /// <summary>The terms of a call that nobody has set aside; the month's last call stays for an answer.</summary>
    public static CallTerms Terms(this CallPriority priority) => priority switch
    {
        CallPriority.Needed => new CallTerms(Cost: 1, Keep: 1, FeishuResilience.LongestWait, Share: 1),
        CallPriority.Frame => new CallTerms(Cost: 1, Keep: 1, TimeSpan.Zero, Share: 0.7),
        CallPriority.Background => new CallTerms(Cost: 1, Keep: 1, FeishuResilience.LongestWait, Share: 0.6),
        _ => new CallTerms(Cost: 1, Keep: 1, TimeSpan.Zero, Share: 0.4),
    };

    private static bool IsReactionAdded(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath.EndsWith("/reactions", StringComparison.Ordinal) is true;
}
