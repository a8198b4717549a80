using StackExchange.Redis;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// What the readers of an answer may see: in a direct chat the person, in a group everybody in it. A group in which an
/// outsider has spoken is not the tenant's any more.
/// </summary>
/// <remarks>Key: <c>chat:external:{chat id}</c>, string, remembered for 30 days after an outsider last spoke.</remarks>
internal sealed class Readers(IConnectionMultiplexer store)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public async Task<IReadOnlyCollection<string>> LabelsAsync(IncomingMessage message)
    {
        if (message.IsFromOutsider && !message.IsDirect)
        {
            await store.GetDatabase().StringSetAsync(Key(message.ChatId), "1", Remembered);
        }

        var isTenant = !message.IsFromOutsider && (message.IsDirect || !await store.GetDatabase().KeyExistsAsync(Key(message.ChatId)));
        return Labels(message, isTenant);
    }

    public static IReadOnlyCollection<string> Labels(IncomingMessage message, bool isTenant)
    {
        List<string> labels = [AccessLabels.Everyone, AccessLabels.Chat(message.ChatId)];
        if (isTenant)
        {
            labels.Add(AccessLabels.Tenant);
        }

        if (message is { IsDirect: true, Sender.OpenId: { } openId })
        {
            labels.Add(AccessLabels.User(openId));
        }

        return labels;
    }

    private static string Key(string chatId) => $"chat:external:{{{chatId}}}";
}
