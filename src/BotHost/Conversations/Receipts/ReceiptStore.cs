using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Conversations.Receipts;

/// <summary>Whether a message carries a sign of receipt, so that there is one at most and whoever answers can take it away.</summary>
/// <remarks>
/// Key: <c>receipt:{message id}</c>, string, living a day, as long as the inbox knows the message: <c>adding</c> from before the call
/// that adds the reaction, then the reaction's id; <c>settled</c> when there is none to come or to stay.
/// </remarks>
internal sealed class ReceiptStore(IConnectionMultiplexer store, StoreScripts scripts)
{
    private const string Adding = "adding";
    private const string Settled = "settled";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>KEYS receipt. ARGV what it has to be, what it becomes, lifetime in s. Returns what it was.</summary>
    private const string Exchange =
        """
        local was = redis.call('GET', KEYS[1])
        if was == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3]) end
        return was
        """;

    private IDatabase Database => store.GetDatabase();

    /// <summary>False when somebody else gives the receipt, or none is needed any more.</summary>
    public Task<bool> BeginAsync(string messageId) => Database.StringSetAsync(Key(messageId), Adding, Lifetime, When.NotExists);

    /// <summary>The reaction stands.</summary>
    /// <returns>False when the answer was faster, so that it has to go again.</returns>
    public async Task<bool> KeepAsync(string messageId, string reactionId) => await ExchangeAsync(messageId, Adding, reactionId) is not Settled;

    /// <summary>From now on no receipt is needed.</summary>
    /// <returns>The reaction that has to be taken away, if there is one.</returns>
    public async Task<string?> SettleAsync(string messageId)
    {
        if (await Database.StringSetAsync(Key(messageId), Settled, Lifetime, When.NotExists))
            return null;
        var was = (string?)await Database.StringGetAsync(Key(messageId));
        if (was == Adding)
            was = await ExchangeAsync(messageId, Adding, Settled);
        return was is null or Adding or Settled ? null : was;
    }

    public Task RemovedAsync(string messageId) => Database.StringSetAsync(Key(messageId), Settled, Lifetime);

    private async Task<string?> ExchangeAsync(string messageId, string from, string to) =>
        (string?)await scripts.RunAsync(Exchange, [Key(messageId)], [from, to, (long)Lifetime.TotalSeconds]);

    private static string Key(string messageId) => $"receipt:{{{messageId}}}";
}
