using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Audit;

/// <summary>Every change by an editor, by whichever way: the desk, the API, a card. Nobody can take an entry out.</summary>
/// <remarks>
/// Key: <c>{knowledge}:audit</c>, list, entries as text, the newest first, at most <see cref="Most"/>, living 400 days after the last.
/// It stands under the documents' hash tag because a document and its entry are written in one step.
/// </remarks>
internal sealed class AuditLog(IConnectionMultiplexer redis, StoreScripts scripts)
{
    public const int Most = 20_000;

    public static readonly RedisKey Key = "{knowledge}:audit";

    private const string Seconds = "34560000";

    /// <summary>Within another script. Expects the entry in <c>audit</c>, <c>revision</c> and whether it is new in <c>created</c>.</summary>
    public static string Append(int key) => $$"""
        if audit ~= '' then
          redis.call('LPUSH', KEYS[{{key}}], audit .. '\n' .. string.format('%d', revision) .. '\n' .. created)
          redis.call('LTRIM', KEYS[{{key}}], '0', '{{Most - 1}}')
          redis.call('EXPIRE', KEYS[{{key}}], '{{Seconds}}')
        end

        """;

    private static readonly string Alone = "local audit, revision, created = ARGV[1], 0, '0'\n" + Append(1) + "return 1";

    public Task WriteAsync(AuditEntry entry) => scripts.RunAsync(Alone, [Key], [entry.ToText()]);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(long from, int count) =>
        [.. (await redis.GetDatabase().ListRangeAsync(Key, from, from + count - 1)).Select(text => AuditEntry.Parse(text.ToString()))];

    public Task<long> CountAsync() => redis.GetDatabase().ListLengthAsync(Key);
}
