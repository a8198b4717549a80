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

    /// <param name="isOutsider">Who asks is of another tenant than the app.</param>
    public async Task<IReadOnlyCollection<string>> LabelsAsync(Asked asked, bool isOutsider)
    {
        if (isOutsider && !asked.IsDirect)
        {
            await store.GetDatabase().StringSetAsync(Key(asked.ChatId), "1", Remembered);
        }

        var isTenant = !isOutsider && (asked.IsDirect || !await store.GetDatabase().KeyExistsAsync(Key(asked.ChatId)));
        return Labels(asked, isTenant);
    }

    /// <summary>What the readers of a place where something was asked before may see now.</summary>
    public async Task<IReadOnlyCollection<string>> LabelsNowAsync(Asked asked) =>
        Labels(asked, asked.IsForTenant && (asked.IsDirect || !await store.GetDatabase().KeyExistsAsync(Key(asked.ChatId))));

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
