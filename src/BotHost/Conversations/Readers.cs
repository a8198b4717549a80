using StackExchange.Redis;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// What the readers of an answer may see: in a direct chat the person, in a group everybody in it. A chat in which an outsider
/// has spoken, to whomever, or was spoken to, is not the tenant's any more, and what was said there before is forgotten: it may
/// rest on what is.
/// </summary>
/// <remarks>Key: <c>chat:external:{chat id}</c>, string, "1", for good: that a chat is open to other tenants does not change.</remarks>
internal sealed class Readers(IConnectionMultiplexer store, ConversationStore conversations)
{
    public async Task OutsiderSeenAsync(string chatId)
    {
        if (await store.GetDatabase().KeyExistsAsync(Key(chatId)))
            return;
        await conversations.ForgetChatAsync(chatId);
        await store.GetDatabase().StringSetAsync(Key(chatId), "1");
    }

    /// <param name="isOutsider">Who asks is of another tenant than the app.</param>
    public async Task<IReadOnlyCollection<string>> LabelsAsync(Asked asked, bool isOutsider)
    {
        if (isOutsider)
            await OutsiderSeenAsync(asked.ChatId);
        return Labels(asked, isTenant: !isOutsider && !await store.GetDatabase().KeyExistsAsync(Key(asked.ChatId)));
    }

    /// <summary>What the readers of a place where something was asked before may see now.</summary>
    public async Task<IReadOnlyCollection<string>> LabelsNowAsync(Asked asked) =>
        Labels(asked, isTenant: asked.IsForTenant && !await store.GetDatabase().KeyExistsAsync(Key(asked.ChatId)));

    public static IReadOnlyCollection<string> Labels(Asked asked, bool isTenant)
    {
        List<string> labels = [AccessLabels.Everyone, AccessLabels.Chat(asked.ChatId)];
        if (isTenant)
        {
            labels.Add(AccessLabels.Tenant);
        }

        if (asked is { IsDirect: true, AskerOpenId: { } openId })
        {
            labels.Add(AccessLabels.User(openId));
        }

        return labels;
    }

    private static string Key(string chatId) => $"chat:external:{{{chatId}}}";
}
