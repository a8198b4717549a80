using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>Copies every living key, with its lifetime, from one store into an empty one.</summary>
internal static class StoreCopy
{
    /// <summary>Keys in flight at once: enough to share commits, few enough to bound memory.</summary>
    private const int Together = 128;

    /// <summary>A write has to fit into a page of the append-only file; a single field always does.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>Likewise; their members are names.</summary>
    private const int MostEntries = 10_000;

    public static async Task CopyAsync(IConnectionMultiplexer from, IConnectionMultiplexer to)
    {
        var (source, target) = (from.GetDatabase(), to.GetDatabase());
        await foreach (var keys in from.GetServers()[0].KeysAsync(pageSize: Together * 4).Chunk(Together))
        {
            await Task.WhenAll(keys.Select(key => CopyAsync(source, target, key)));
        }
    }

    private static async Task CopyAsync(IDatabase source, IDatabase target, RedisKey key)
    {
        var lifetime = source.KeyTimeToLiveAsync(key);
        await CopyValueAsync(source, target, key, await source.KeyTypeAsync(key));
        if (await lifetime is { } left)
        {
            await target.KeyExpireAsync(key, left);
        }
    }

    private static async Task CopyValueAsync(IDatabase source, IDatabase target, RedisKey key, RedisType type)
    {
        switch (type)
        {
            case RedisType.None:
                break; // Its lifetime ended meanwhile.
            case RedisType.String:
                await target.StringSetAsync(key, await source.StringGetAsync(key));
                break;
            case RedisType.Hash:
                foreach (var fields in Portions(await source.HashGetAllAsync(key)))
                    await target.HashSetAsync(key, fields);
                break;
            case RedisType.SortedSet:
                foreach (var entries in (await source.SortedSetRangeByRankWithScoresAsync(key)).Chunk(MostEntries))
                    await target.SortedSetAddAsync(key, entries);
                break;
            case RedisType.Set:
                await target.SetAddAsync(key, await source.SetMembersAsync(key));
                break;
            case RedisType.List:
                await target.ListRightPushAsync(key, await source.ListRangeAsync(key));
                break;
            default:
                throw new NotSupportedException($"The store has a key of type {type}, which is not used here: {key}");
        }
    }

    private static IEnumerable<HashEntry[]> Portions(HashEntry[] fields)
    {
        var (portion, bytes) = (new List<HashEntry>(), 0L);
        foreach (var field in fields)
        {
            if (portion.Count > 0 && bytes + field.Value.Length() > MostBytes)
            {
                yield return [.. portion];
                (portion, bytes) = ([], 0);
            }
            portion.Add(field);
            bytes += field.Value.Length();
        }
        if (portion.Count > 0)
            yield return [.. portion];
    }
}
