using StackExchange.Redis;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Interruptions;

/// <summary>
/// What is not wanted any more, kept in the store so that it reaches whichever replica is at it, and whoever takes over after a
/// crash: a wish that was acknowledged is not forgotten.
/// </summary>
/// <remarks>
/// Keys, each a string that lives a day, longer than any attempt at a question: <c>interruption:recalled:{message id}</c>, "1";
/// <c>interruption:stopped:{key}</c>, "1", the key being what <see cref="Asked.Key"/> says;
/// <c>interruption:stopped:conversation:{conversation}</c>, the time of the wish in ms: what was asked later goes on.
/// </remarks>
internal sealed class InterruptionStore(IConnectionMultiplexer store, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private IDatabase Database => store.GetDatabase();

    /// <summary>The asker has enough of this one answer.</summary>
    public Task StopAsync(string key) => Database.StringSetAsync(StoppedKey(key), "1", Lifetime);

    /// <summary>Nobody wants an answer to what was asked in this conversation until then.</summary>
    public Task StopConversationAsync(string conversation, DateTimeOffset until) =>
        Database.StringSetAsync(ConversationKey(conversation), until.ToUnixTimeMilliseconds(), Lifetime);

    /// <summary>The message was taken back; it may not even have arrived yet.</summary>
    public Task RecallAsync(string messageId) => Database.StringSetAsync(RecalledKey(messageId), "1", Lifetime);

    public Task<bool> IsRecalledAsync(string messageId) => Database.KeyExistsAsync(RecalledKey(messageId));

    public Task<InterruptionWatch> WatchRecallAsync(string messageId) => InterruptionWatch.StartAsync(() => IsRecalledAsync(messageId), time);

    /// <param name="asked">What is being answered.</param>
    /// <param name="askedAt">By the platform's clock, as the time of a wish to stop is.</param>
    public Task<InterruptionWatch> WatchStopAsync(Asked asked, DateTimeOffset askedAt) => InterruptionWatch.StartAsync(() => IsStoppedAsync(asked, askedAt), time);

    private async Task<bool> IsStoppedAsync(Asked asked, DateTimeOffset askedAt)
    {
        var (one, all) = (Database.KeyExistsAsync(StoppedKey(asked.Key)), Database.StringGetAsync(ConversationKey(asked.Conversation)));
        var until = (long?)await all;
        return await one || askedAt.ToUnixTimeMilliseconds() <= until;
    }

    private static string RecalledKey(string messageId) => $"interruption:recalled:{{{messageId}}}";

    private static string StoppedKey(string key) => $"interruption:stopped:{{{key}}}";

    private static string ConversationKey(string conversation) => $"interruption:stopped:conversation:{{{conversation}}}";
}
