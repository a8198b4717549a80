using StackExchange.Redis;

namespace Wenlu.BotHost.Conversations;

/// <summary>Which chat a person has with the bot alone: an event of the menu names the person only.</summary>
/// <remarks>Key: <c>chat:direct:{open_id}</c>, string, the chat's id, remembered for 180 days after its last use.</remarks>
internal sealed class DirectChats(IConnectionMultiplexer store)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public Task RememberAsync(string openId, string chatId) => store.GetDatabase().StringSetAsync(Key(openId), chatId, Remembered);

    /// <summary>Null when the person has never been seen there.</summary>
    public async Task<string?> FindAsync(string openId) => await store.GetDatabase().StringGetAsync(Key(openId));

    private static string Key(string openId) => $"chat:direct:{{{openId}}}";
}
