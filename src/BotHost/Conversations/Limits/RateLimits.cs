using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Conversations.Limits;

internal enum Admission
{
    Admitted,

    /// <summary>Too many, and the first to be told so within a minute.</summary>
    RefusedAloud,

    /// <summary>Too many, and this was said.</summary>
    RefusedSilently,
}

/// <summary>
/// How many questions a person and a chat may ask within any minute, counted over all replicas. Refused questions do not count:
/// who goes on impatiently is heard again as soon as there is room.
/// </summary>
/// <remarks>
/// Keys, once for <c>person:{open_id}</c> and once for <c>chat:{chat id}</c>: <c>limit:{of}</c>, sorted set, what was asked (see
/// <see cref="Asked.Key"/>) by when in ms, living ten minutes after the last; <c>limit:{of}:told</c>, string, what the sentence was said
/// to, living a minute.
/// </remarks>
internal sealed class RateLimits(IConnectionMultiplexer store, StoreScripts scripts, IOptions<ConversationOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Longer than the window, for questions that waited to be looked at.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>KEYS asked. ARGV what is asked, when in ms, when the window began in ms, limit, lifetime in s.</summary>
    private const string Take =
        """
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
        if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 1 end
        if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[4]) then return 0 end
        redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
        redis.call('EXPIRE', KEYS[1], ARGV[5])
        return 1
        """;

    /// <summary>Counts a question, typed or clicked, before anything is spent on it; a second attempt at it counts no more.</summary>
    /// <param name="at">When it was accepted.</param>
    public async Task<Admission> AdmitAsync(Asked asked, DateTimeOffset at)
    {
        var person = $"person:{asked.AskerOpenId}";
        var chat = $"chat:{asked.ChatId}";
        if (!await TryTakeAsync(person, options.Value.PerPersonPerMinute, asked.Key, at))
            return await RefuseAsync(person, asked.Key);
        if (await TryTakeAsync(chat, options.Value.PerChatPerMinute, asked.Key, at))
            return Admission.Admitted;
        await store.GetDatabase().SortedSetRemoveAsync(Key(person), asked.Key);
        return await RefuseAsync(chat, asked.Key);
    }

    private async Task<bool> TryTakeAsync(string of, int limit, string asked, DateTimeOffset at) => limit == 0 || (int)await scripts.RunAsync(
        Take, [Key(of)], [asked, at.ToUnixTimeMilliseconds(), (at - Window).ToUnixTimeMilliseconds(), limit, (long)Lifetime.TotalSeconds]) == 1;

    private async Task<Admission> RefuseAsync(string of, string asked)
    {
        var key = $"{Key(of)}:told";
        var isFirst = await store.GetDatabase().StringSetAsync(key, asked, Window, When.NotExists);
        return isFirst || await store.GetDatabase().StringGetAsync(key) == asked ? Admission.RefusedAloud : Admission.RefusedSilently;
    }

    private static string Key(string of) => $"limit:{{{of}}}";
}
