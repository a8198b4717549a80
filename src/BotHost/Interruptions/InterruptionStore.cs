using StackExchange.Redis;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Interruptions;

/// <summary>
/// What is not wanted any more, kept in the store so that it reaches whichever replica is at it, and whoever takes over after a
/// crash: a wish that was acknowledged is not forgotten.
/// </summary>
/// <remarks>
/// Keys, each a string that lives a day, longer than any attempt at a question: <c>interruption:recalled:{message id}</c>, "1";
/// <c>interruption:left:{chat id}</c> and <c>interruption:stopped:conversation:{conversation/open_id}</c>, the time of it in ms: what
/// was asked later, or there by somebody else, goes on; <c>interruption:stopped:{key}</c>, "1", the key being what
/// <see cref="Asked.Key"/> says; <c>interruption:heeded:{conversation/open_id}</c>, "1", until that person asks for it.
/// </remarks>
internal sealed class InterruptionStore(IConnectionMultiplexer store, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private IDatabase Database => store.GetDatabase();

    /// <summary>The asker has enough of this one answer.</summary>
    public Task StopAsync(string key) => Database.StringSetAsync(StoppedKey(key), "1", Lifetime);

    /// <summary>This person wants no answer to what they asked in this conversation until then.</summary>
    public Task StopConversationAsync(string conversation, string? openId, DateTimeOffset until) =>
        Database.StringSetAsync(ConversationKey(conversation, openId), until.ToUnixTimeMilliseconds(), Lifetime);

    /// <summary>The message was taken back; it may not even have arrived yet.</summary>
    public Task RecallAsync(string messageId) => Database.StringSetAsync(RecalledKey(messageId), "1", Lifetime);

    /// <summary>The bot is no longer in the chat: whatever was asked there until then counts as taken back.</summary>
    public Task LeaveAsync(string chatId, DateTimeOffset at) => Database.StringSetAsync(LeftKey(chatId), at.ToUnixTimeMilliseconds(), Lifetime);

    /// <param name="asked">What is being answered.</param>
    /// <param name="askedAt">By the platform's clock, as the times of these wishes are.</param>
    public async Task<bool> IsRecalledAsync(Asked asked, DateTimeOffset askedAt)
    {
        var (one, all) = (Database.KeyExistsAsync(RecalledKey(asked.Origin)), Database.StringGetAsync(LeftKey(asked.ChatId)));
        return await one | askedAt.ToUnixTimeMilliseconds() <= (long?)await all;
    }

    /// <inheritdoc cref="IsRecalledAsync"/>
    public async Task<bool> IsStoppedAsync(Asked asked, DateTimeOffset askedAt)
    {
        var (one, all) = (Database.KeyExistsAsync(StoppedKey(asked.Key)), Database.StringGetAsync(ConversationKey(asked.Conversation, asked.AskerOpenId)));
        return await one | askedAt.ToUnixTimeMilliseconds() <= (long?)await all;
    }

    public Task<InterruptionWatch> WatchRecallAsync(Asked asked, DateTimeOffset askedAt) => InterruptionWatch.StartAsync(() => IsRecalledAsync(asked, askedAt), time);

    public Task<InterruptionWatch> WatchStopAsync(Asked asked, DateTimeOffset askedAt) => InterruptionWatch.StartAsync(() => IsStoppedAsync(asked, askedAt), time);

    /// <summary>An answer was stopped, so that who wished for it can be told.</summary>
    public Task HeedAsync(Asked asked) => Database.StringSetAsync(HeededKey(asked), "1", Lifetime);

    /// <summary>Whether an answer to this person in this conversation was stopped since this was last asked.</summary>
    public Task<bool> WasStoppedAsync(Asked asked) => Database.KeyDeleteAsync(HeededKey(asked));

    private static string RecalledKey(string messageId) => $"interruption:recalled:{{{messageId}}}";

    private static string LeftKey(string chatId) => $"interruption:left:{{{chatId}}}";

    private static string HeededKey(Asked asked) => $"interruption:heeded:{{{asked.Conversation}/{asked.AskerOpenId}}}";

    private static string StoppedKey(string key) => $"interruption:stopped:{{{key}}}";

    private static string ConversationKey(string conversation, string? openId) => $"interruption:stopped:conversation:{{{conversation}/{openId}}}";
}
