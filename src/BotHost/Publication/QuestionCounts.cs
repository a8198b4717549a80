using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Publication;

/// <summary>How often published questions were asked, and their readers' votes.</summary>
/// <remarks>
/// Keys, all under one hash tag: <c>{site}:asked</c>, <c>{site}:helpful</c>, <c>{site}:unhelpful</c>, hashes, a number by question id,
/// without a lifetime, a question's numbers going with it; <c>{site}:voters:{id}</c>, hash, <c>up</c> or <c>down</c> by the hash of a
/// voter's own random number, living 90 days after the last vote; <c>{site}:voted</c>, hash, when it was last voted on in ms by question
/// id, likewise without a lifetime; <c>{site}:discarded</c>, set, the ids that an editor took from the
/// site, which no rule publishes again.
/// </remarks>
internal sealed class QuestionCounts(IConnectionMultiplexer redis, StoreScripts scripts, TimeProvider time)
{
    public const string Up = "up";
    public const string Down = "down";

    private static readonly RedisKey Asked = "{site}:asked";
    private static readonly RedisKey Helpful = "{site}:helpful";
    private static readonly RedisKey Unhelpful = "{site}:unhelpful";
    private static readonly RedisKey Voted = "{site}:voted";
    private static readonly RedisKey Discarded = "{site}:discarded";

    private static readonly TimeSpan VotersLifetime = TimeSpan.FromDays(90);

    /// <summary>
    /// KEYS helpful, unhelpful, voters, voted. ARGV question, voter, vote, lifetime in s, time in ms. A vote may be changed, and counts
    /// once. Returns the one before, or nothing.
    /// </summary>
    private const string Take =
        """
        local before = redis.call('HGET', KEYS[3], ARGV[2])
        if before == ARGV[3] then return before end
        if before == 'up' then redis.call('HINCRBY', KEYS[1], ARGV[1], -1) end
        if before == 'down' then redis.call('HINCRBY', KEYS[2], ARGV[1], -1) end
        redis.call('HINCRBY', ARGV[3] == 'up' and KEYS[1] or KEYS[2], ARGV[1], 1)
        redis.call('HSET', KEYS[3], ARGV[2], ARGV[3])
        redis.call('EXPIRE', KEYS[3], ARGV[4])
        redis.call('HSET', KEYS[4], ARGV[1], ARGV[5])
        return before or ''
        """;

    private IDatabase Database => redis.GetDatabase();

    public async Task<(QuestionCount Count, string? Before)> VoteAsync(string id, string voter, string vote)
    {
        var before = (await scripts.RunAsync(
            Take, [Helpful, Unhelpful, VotersOf(id), Voted], [id, voter, vote, (long)VotersLifetime.TotalSeconds, time.GetUtcNow().ToUnixTimeMilliseconds()])).ToString();
        return (await ReadAsync(id), before is { Length: > 0 } ? before : null);
    }

    public async Task<QuestionCount> AskedAsync(string id)
    {
        await Database.HashIncrementAsync(Asked, id);
        return await ReadAsync(id);
    }

    public async Task<IReadOnlyDictionary<string, QuestionCount>> ReadAsync()
    {
        var all = await Task.WhenAll(ReadAsync(Asked), ReadAsync(Helpful), ReadAsync(Unhelpful));
        return all.SelectMany(numbers => numbers.Keys).Distinct().ToDictionary(id => id, id => new QuestionCount(
            all[0].GetValueOrDefault(id), all[1].GetValueOrDefault(id), all[2].GetValueOrDefault(id)));
    }

    /// <summary>When each question that readers voted on was voted on last; of those from before this was kept there is none.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> VotedAtAsync() =>
        (await ReadAsync(Voted)).ToDictionary(vote => vote.Key, vote => DateTimeOffset.FromUnixTimeMilliseconds(vote.Value));

    public Task DiscardAsync(string id)
    {
        RedisKey[] numbers = [Asked, Helpful, Unhelpful, Voted];
        return Task.WhenAll([
            .. numbers.Select(key => Database.HashDeleteAsync(key, id)), Database.KeyDeleteAsync(VotersOf(id)), Database.SetAddAsync(Discarded, id)]);
    }

    public Task<bool> IsDiscardedAsync(string id) => Database.SetContainsAsync(Discarded, id);

    public Task RestoreAsync(string id) => Database.SetRemoveAsync(Discarded, id);

    private async Task<QuestionCount> ReadAsync(string id)
    {
        var numbers = await Task.WhenAll(Database.HashGetAsync(Asked, id), Database.HashGetAsync(Helpful, id), Database.HashGetAsync(Unhelpful, id));
        return new((long)numbers[0], (long)numbers[1], (long)numbers[2]);
    }

    private async Task<Dictionary<string, long>> ReadAsync(RedisKey key) =>
        (await Database.HashGetAllAsync(key)).ToDictionary(entry => entry.Name.ToString(), entry => (long)entry.Value);

    private static RedisKey VotersOf(string id) => $"{{site}}:voters:{id}";
}
