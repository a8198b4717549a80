using System.Text.Json;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Gaps;

/// <summary>The questions that editors should look at. Few enough to be read together; each is changed as it was read, or read again.</summary>
/// <remarks>
/// Keys, under one hash tag: <c>{gaps}:gaps</c>, hash, id -> gap as JSON, living 90 days after the last change, every gap by itself
/// no longer than <see cref="GapChanges.Aged"/> leaves it; <c>{gaps}:made</c>, string, how many were ever begun, living as long.
/// </remarks>
internal sealed class GapStore(IConnectionMultiplexer redis, StoreScripts scripts, DiskSpace disk)
{
    public const int Most = 300;

    private static readonly RedisKey Gaps = "{gaps}:gaps";
    private static readonly RedisKey Made = "{gaps}:made";
    private static readonly TimeSpan Lifetime = GapChanges.OpenLife;

    /// <summary>
    /// KEYS gaps, made. ARGV id, the gap as it was read (empty: there was none), what it becomes (empty: nothing), how many were begun
    /// when it was read, lifetime in s. Returns 0 when somebody else was faster.
    /// </summary>
    private const string Exchange =
        """
        local was = redis.call('HGET', KEYS[1], ARGV[1]) or ''
        if was ~= ARGV[2] then return 0 end
        if ARGV[2] == '' and (redis.call('GET', KEYS[2]) or '0') ~= ARGV[4] then return 0 end
        if ARGV[3] == '' then
          redis.call('HDEL', KEYS[1], ARGV[1])
          return 1
        end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
        redis.call('EXPIRE', KEYS[1], ARGV[5])
        if ARGV[2] == '' then
          redis.call('INCR', KEYS[2])
          redis.call('EXPIRE', KEYS[2], ARGV[5])
        end
        return 1
        """;

    /// <summary>KEYS gaps. ARGV id, as it was read, what it becomes, the same three of another, lifetime in s. Returns 0 when somebody else was faster.</summary>
    private const string ExchangeTwo =
        """
        if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] or redis.call('HGET', KEYS[1], ARGV[4]) ~= ARGV[5] then return 0 end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
        redis.call('HSET', KEYS[1], ARGV[4], ARGV[6])
        redis.call('EXPIRE', KEYS[1], ARGV[7])
        return 1
        """;

    private IDatabase Database => redis.GetDatabase();

    public async Task<IReadOnlyList<Gap>> ListAsync() => [.. (await Database.HashValuesAsync(Gaps)).Select(Read)];

    public async Task<Gap?> FindAsync(string id) => await Database.HashGetAsync(Gaps, id) is { IsNull: false } json ? Read(json) : null;

    /// <summary>Changes a gap as it stands.</summary>
    /// <param name="change">Null removes it; itself: there is nothing to do. May be called again, for what somebody else has made of it.</param>
    /// <returns>The gap before and after; null before when there is none.</returns>
    public async Task<(Gap? Was, Gap? Is)> ChangeAsync(string id, Func<Gap, Gap?> change)
    {
        for (var attempt = 0; attempt < Contention.Tries; attempt++)
        {
            if (await Database.HashGetAsync(Gaps, id) is not { IsNull: false } json)
                return (null, null);
            var was = Read(json);
            var changed = change(was);
            if (changed == was || await ExchangeAsync(id, json, changed, 0))
                return (was, changed);
            await Contention.YieldAsync(attempt);
        }
        throw new InvalidOperationException("A gap is changed by too many at once.");
    }

    /// <summary>Changes two gaps in one step, as they stand.</summary>
    /// <param name="change">Null: there is nothing to do. May be called again.</param>
    /// <returns>Both as they were read last; null for what there is none of.</returns>
    public async Task<(Gap? One, Gap? Other, bool IsChanged)> ChangeBothAsync(string id, string otherId, Func<Gap, Gap, (Gap One, Gap Other)?> change)
    {
        for (var attempt = 0; attempt < Contention.Tries; attempt++)
        {
            var stored = await Database.HashGetAsync(Gaps, [id, otherId]);
            var (one, other) = (stored[0].IsNull ? null : Read(stored[0]), stored[1].IsNull ? null : Read(stored[1]));
            if (one is null || other is null || change(one, other) is not { } changed)
                return (one, other, false);
            RedisValue[] arguments = [id, stored[0], Write(changed.One), otherId, stored[1], Write(changed.Other), (long)Lifetime.TotalSeconds];
            if ((int)await scripts.RunAsync(ExchangeTwo, [Gaps], arguments) == 1)
                return (one, other, true);
            await Contention.YieldAsync(attempt);
        }
        throw new InvalidOperationException("A gap is changed by too many at once.");
    }

    /// <summary>Finds the place of an asking among the gaps, or begins one: two askings at once cannot both begin it.</summary>
    /// <param name="find">The id of the gap that it belongs to, or null.</param>
    public async Task PlaceAsync(GapAsk ask, Func<IReadOnlyList<Gap>, string?> find)
    {
        disk.EnsureEnough();
        for (var attempt = 0; attempt < Contention.Tries; attempt++)
        {
            var made = await Database.StringGetAsync(Made);
            var gaps = await ListAsync();
            if (find(gaps) is { } id)
            {
                if ((await ChangeAsync(id, gap => gap.With(ask))).Was is not null)
                    return;
            }
            else if (GapChanges.Begin(NewId(), ask) is var begun && await ExchangeAsync(begun.Id, RedisValue.EmptyString, begun, (long)made))
            {
                await MakeRoomAsync(gaps);
                return;
            }
            await Contention.YieldAsync(attempt);
        }
        throw new InvalidOperationException("Too many gaps are begun at once.");
    }

    /// <summary>What is closed goes first, then what nobody waits for, then what was not asked for longest.</summary>
    private async Task MakeRoomAsync(IReadOnlyList<Gap> gaps)
    {
        var surplus = gaps.OrderByDescending(gap => gap.State == GapState.Open)
            .ThenByDescending(gap => gap.Asks.Any(ask => ask.Asked is not null))
            .ThenByDescending(gap => gap.LastAsked)
            .Skip(Most - 1);
        foreach (var gap in surplus)
            await ChangeAsync(gap.Id, _ => null);
    }

    private async Task<bool> ExchangeAsync(string id, RedisValue was, Gap? gap, long made)
    {
        var becomes = gap is null ? string.Empty : Write(gap);
        return (int)await scripts.RunAsync(Exchange, [Gaps, Made], [id, was, becomes, made, (long)Lifetime.TotalSeconds]) == 1;
    }

    private static string NewId() => Guid.NewGuid().ToString("N")[..12];

    private static string Write(Gap gap) => JsonSerializer.Serialize(gap, GapJson.Default.Gap);

    private static Gap Read(RedisValue json) => JsonSerializer.Deserialize((string)json!, GapJson.Default.Gap)!;
}
