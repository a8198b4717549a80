namespace Wenlu.BotHost.Desk;

/// <summary>What a page says of what was just done, by the name that stands in its address.</summary>
internal static class DeskNotices
{
    public const string SessionEnded = "session-ended";

    private static readonly Dictionary<string, Bilingual> All = new()
    {
        [SessionEnded] = new("会话已结束。", "The session has ended."),
    };

    public static Bilingual? Of(HttpRequest request) => All.TryGetValue(request.Query["done"].ToString(), out var notice) ? notice : null;
}
