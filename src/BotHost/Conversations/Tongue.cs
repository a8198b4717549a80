namespace Wenlu.BotHost.Conversations;

/// <summary>Which language is spoken in a place, as far as anything tells.</summary>
internal sealed class Tongue(ConversationStore conversations)
{
    /// <param name="name">A group's or a file's. Chinese in it tells; a name in letters may be anybody's.</param>
    /// <returns>Null when nothing tells.</returns>
    public async Task<Language?> OfAsync(string conversation, string? name = null) =>
        await conversations.ReadAsync(conversation) is [.., var last] ? Languages.Of(last.Question)
        : name is not null && Languages.Of(name) == Language.Chinese ? Language.Chinese
        : null;
}
