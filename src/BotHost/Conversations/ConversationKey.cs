namespace Wenlu.BotHost.Conversations;

/// <summary>What has a context of its own: a direct chat, a group, a thread, a visitor of the site.</summary>
internal static class ConversationKey
{
    public static string Of(string chatId, string? threadId) => string.IsNullOrEmpty(threadId) ? chatId : $"{chatId}:{threadId}";

    public static string OfVisitor(string conversationId) => $"site:{conversationId}";
}
