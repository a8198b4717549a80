namespace Wenlu.BotHost.Conversations;

/// <summary>What has a context of its own: a direct chat, a group, a thread, a visitor of the site.</summary>
internal static class ConversationKey
{
    private const string Visitor = "site";
    private const string Editor = "editor";

    public static string Of(string chatId, string? threadId) => string.IsNullOrEmpty(threadId) ? chatId : $"{chatId}:{threadId}";

    /// <summary>The chat that a thread stands in; null for what is no thread.</summary>
    public static string? ChatOfThread(string conversation) =>
        conversation.Split(':') is [var chat, _] && chat is not (Visitor or Editor) ? chat : null;

    /// <summary>What an editor's key was told is no context for a visitor who brings the same id.</summary>
    public static string OfVisitor(string conversationId, bool seesEverything) => $"{(seesEverything ? Editor : Visitor)}:{conversationId}";
}
