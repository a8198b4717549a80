namespace Wenlu.BotHost.Feishu;

/// <summary>A call's name for metrics and for deciding what may be repeated, read from its method and path.</summary>
internal static class FeishuOperation
{
    public const string StreamText = "card.content";
    public const string StreamMessage = "message.stream";
    public const string UpdateSettings = "card.settings";
    public const string ReplaceCard = "card.replace";
    public const string AddReaction = "reaction.add";
    public const string RemoveReaction = "reaction.remove";
    public const string ReadResource = "message.resource";
    public const string ListMembers = "chat.members";

    /// <summary>The option of a request that tells <see cref="StreamMessage"/> from the same call with a finished card.</summary>
    public const string IsGrowing = "wenlu.growing";

    public const string Token = "token";

    public static string Of(HttpRequestMessage request)
    {
        var path = request.RequestUri?.AbsolutePath ?? string.Empty;
        return path switch
        {
            _ when DocumentOperation.Of(request) is { } document => document,
            _ when path.EndsWith("/content", StringComparison.Ordinal) => StreamText,
            _ when path.EndsWith("/settings", StringComparison.Ordinal) => UpdateSettings,
            _ when path.EndsWith("/reply", StringComparison.Ordinal) => "message.reply",
            _ when path.EndsWith("/cards", StringComparison.Ordinal) => "card.create",
            _ when path.Contains("/cardkit/v1/cards/", StringComparison.Ordinal) => ReplaceCard,
            _ when path.EndsWith("/im/v1/messages", StringComparison.Ordinal) => "message.send",
            _ when path.EndsWith("/reactions", StringComparison.Ordinal) => AddReaction,
            _ when path.Contains("/reactions/", StringComparison.Ordinal) => RemoveReaction,
            _ when path.Contains("/resources/", StringComparison.Ordinal) => ReadResource,
            _ when path.Contains("/im/v1/messages/", StringComparison.Ordinal) => OfMessage(request),
            _ when path.EndsWith("/members", StringComparison.Ordinal) => ListMembers,
            _ when path.EndsWith("/bot/v3/info", StringComparison.Ordinal) => "bot.info",
            _ when path.EndsWith("/ws/endpoint", StringComparison.Ordinal) => "connection.endpoint",
            _ when path.EndsWith("/internal", StringComparison.Ordinal) => Token,
            _ => "other",
        };
    }

    /// <summary>A text that is still growing: a call that comes too late is worth nothing, since the next one carries all of it.</summary>
    public static bool IsFrame(string operation) => operation is StreamText or StreamMessage;

    /// <summary>
    /// An operation with a sequence number is never sent again as it was: its number may have been used. Its caller
    /// goes on with the next number.
    /// </summary>
    public static bool IsSequenced(string operation) => operation is StreamText or UpdateSettings or ReplaceCard;

    private static string OfMessage(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get ? "message.read"
        : request.Options.TryGetValue(new HttpRequestOptionsKey<object?>(IsGrowing), out _) ? StreamMessage : "message.update";
}
