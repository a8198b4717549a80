using Microsoft.Extensions.Options;
using StackExchange.Redis;

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
internal sealed class RateLimits(IConnectionMultiplexer store, IOptions<ConversationOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Longer than the window, for questions that waited to be looked at.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

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

    /// <summary>Enters first and looks at its place then: of those that come at once, on several replicas, no more get in than may.</summary>
    private async Task<bool> TryTakeAsync(string of, int limit, string asked, DateTimeOffset at)
    {
        if (limit == 0)
            return true;
        var batch = store.GetDatabase().CreateBatch();
        var isNew = batch.SortedSetAddAsync(Key(of), asked, at.ToUnixTimeMilliseconds(), When.NotExists);
        var trimmed = batch.SortedSetRemoveRangeByScoreAsync(Key(of), double.NegativeInfinity, (at - Window).ToUnixTimeMilliseconds());
        var place = batch.SortedSetRankAsync(Key(of), asked);
        var kept = batch.KeyExpireAsync(Key(of), Lifetime);
        batch.Execute();
        await Task.WhenAll(trimmed, kept);
        if (!await isNew || await place < limit)
            return true;
        await store.GetDatabase().SortedSetRemoveAsync(Key(of), asked);
        return false;
    }

    private async Task<Admission> RefuseAsync(string of, string asked)
    {
        var key = $"{Key(of)}:told";
        var isFirst = await store.GetDatabase().StringSetAsync(key, asked, Window, When.NotExists);
        return isFirst || await store.GetDatabase().StringGetAsync(key) == asked ? Admission.RefusedAloud : Admission.RefusedSilently;
    }

    private static string Key(string of) => $"limit:{{{of}}}";
}
