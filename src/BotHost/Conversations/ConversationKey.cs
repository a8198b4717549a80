namespace Wenlu.BotHost.Conversations;

/// <summary>What has a context of its own: a direct chat, a group, a thread, a visitor of the site.</summary>
internal static class ConversationKey
{
    private const string Visitor = "site";

    public static string Of(string chatId, string? threadId) => string.IsNullOrEmpty(threadId) ? chatId : $"{chatId}:{threadId}";

    /// <summary>The chat that a thread stands in; null for what is no thread.</summary>
    public static string? ChatOfThread(string conversation) =>
        conversation.Split(':') is [var chat, _] && chat != Visitor ? chat : null;

    public static string OfVisitor(string conversationId) => $"{Visitor}:{conversationId}";
}
