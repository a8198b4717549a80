using System.Text.Json;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Publication;

/// <summary>Good answers that editors could put on the site. Few enough to be read together; each is changed as it was read, or read again.</summary>
/// <remarks>
/// Key: <c>{candidates}:answers</c>, hash, question id -> <see cref="Candidate"/> as JSON, at most <see cref="Most"/>, living 30 days after
/// the last change, each no longer than that after it was last given.
/// </remarks>
internal sealed class Candidates(IConnectionMultiplexer redis, StoreScripts scripts, TimeProvider time)
{
    public const int Most = 200;

    private static readonly RedisKey Answers = "{candidates}:answers";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>KEYS answers. ARGV id, as it was read (empty: there was none), what it becomes (empty: nothing), lifetime in s.</summary>
    private const string Exchange =
        """
        if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
        if ARGV[3] == '' then
          redis.call('HDEL', KEYS[1], ARGV[1])
          return 1
        end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
        redis.call('EXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    private IDatabase Database => redis.GetDatabase();

    public async Task<IReadOnlyList<Candidate>> ListAsync() => [.. (await Database.HashValuesAsync(Answers)).Select(Read).Where(IsAlive)];

    public async Task<Candidate?> FindAsync(string id) =>
        await Database.HashGetAsync(Answers, id) is { IsNull: false } json && Read(json) is var candidate && IsAlive(candidate) ? candidate : null;

    /// <param name="change">Null for nothing; what it is given: there is nothing to do. May be called again.</param>
    /// <returns>Before and after.</returns>
    public async Task<(Candidate? Was, Candidate? Is)> ChangeAsync(string id, Func<Candidate?, Candidate?> change)
    {
        for (var attempt = 0; attempt < Contention.Tries; attempt++)
        {
            var json = await Database.HashGetAsync(Answers, id);
            var was = json.IsNull || !IsAlive(Read(json)) ? null : Read(json);
            var changed = change(was);
            if (changed == was || await ExchangeAsync(id, json.IsNull ? RedisValue.EmptyString : json, changed))
                return (was, changed);
            await Contention.YieldAsync(attempt);
        }
        throw new InvalidOperationException("An answer is changed by too many at once.");
    }

    public async Task GivenAsync(string id, Func<Candidate?, Candidate> given)
    {
        await ChangeAsync(id, given);
        if (await Database.HashLengthAsync(Answers) > Most)
            await MakeRoomAsync();
    }

    public Task RemoveAsync(string id) => Database.HashDeleteAsync(Answers, id);

    public async Task ForgetAsync(string answerId)
    {
        foreach (var candidate in (await ListAsync()).Where(candidate => candidate.Answers.Contains(answerId)))
            await ChangeAsync(candidate.Id, changing => changing is null ? null : Candidate.Without(changing, answerId));
    }

    /// <summary>What is dead goes first, then what nobody wants, then what was asked least and longest ago.</summary>
    private async Task MakeRoomAsync()
    {
        var surplus = (await Database.HashValuesAsync(Answers)).Select(Read)
            .OrderByDescending(IsAlive).ThenByDescending(candidate => candidate.DiscardedBy is null)
            .ThenByDescending(candidate => Math.Min(candidate.Count, 2)).ThenByDescending(candidate => candidate.At)
            .Skip(Most);
        RedisValue[] ids = [.. surplus.Select(candidate => (RedisValue)candidate.Id)];
        if (ids.Length > 0)
            await Database.HashDeleteAsync(Answers, ids);
    }

    private async Task<bool> ExchangeAsync(string id, RedisValue was, Candidate? candidate)
    {
        var becomes = candidate is null ? string.Empty : JsonSerializer.Serialize(candidate, CandidateJson.Default.Candidate);
        return (int)await scripts.RunAsync(Exchange, [Answers], [id, was, becomes, (long)Lifetime.TotalSeconds]) == 1;
    }

    private bool IsAlive(Candidate candidate) => time.GetUtcNow() - candidate.At < Lifetime;

    private static Candidate Read(RedisValue json) => JsonSerializer.Deserialize((string)json!, CandidateJson.Default.Candidate)!;
}
