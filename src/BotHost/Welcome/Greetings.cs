using StackExchange.Redis;

namespace Wenlu.BotHost.Welcome;

/// <summary>Who has been greeted. A greeting belongs to one event, whose second attempt may send it again under the same uuid.</summary>
/// <remarks>
/// Keys: <c>welcome:{chat id or open_id}</c>, string, the id of the event while it is greeting, then <c>greeted</c>. For good, since
/// that is what once means; a group's goes when the bot is removed from it.
/// </remarks>
internal sealed class Greetings(IConnectionMultiplexer store)
{
    private const string Greeted = "greeted";

    /// <returns>False when somebody was greeted before, or is being greeted for another event.</returns>
    public async Task<bool> BeginAsync(string whom, string eventId) =>
        await store.GetDatabase().StringSetAsync(Key(whom), eventId, when: When.NotExists) || await store.GetDatabase().StringGetAsync(Key(whom)) == eventId;

    public Task EndAsync(string whom) => store.GetDatabase().StringSetAsync(Key(whom), Greeted);

    public Task ForgetAsync(string whom) => store.GetDatabase().KeyDeleteAsync(Key(whom));

    private static string Key(string whom) => $"welcome:{{{whom}}}";
}
