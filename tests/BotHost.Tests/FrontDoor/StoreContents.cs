using StackExchange.Redis;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Everything that stands in the store, for tests of what must not be left in it.</summary>
internal static class StoreContents
{
    /// <summary>The keys under which a text stands.</summary>
    public static async Task<IReadOnlyList<string>> WhereAsync(Bot bot, string text)
    {
        var store = bot.Service<IConnectionMultiplexer>();
        List<string> keys = [];
        foreach (var key in store.GetServers()[0].Keys(pattern: "*").ToList())
        {
            if ((await ReadAsync(store.GetDatabase(), key)).Contains(text, StringComparison.Ordinal))
                keys.Add(key!);
        }

        return keys;
    }

    private static async Task<string> ReadAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => Text(await database.StringGetAsync(key)),
        RedisType.Hash => string.Join('\n', (await database.HashGetAllAsync(key)).Select(entry => $"{Text(entry.Name)} {Text(entry.Value)}")),
        RedisType.SortedSet => string.Join('\n', (await database.SortedSetRangeByRankAsync(key)).Select(Text)),
        RedisType.Set => string.Join('\n', (await database.SetMembersAsync(key)).Select(Text)),
        _ => string.Empty,
    };

    /// <summary>Some of it is escaped JSON.</summary>
    private static string Text(RedisValue value) => System.Text.RegularExpressions.Regex.Replace(
        value.ToString(), @"\\u([0-9A-Fa-f]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
