namespace Wenlu.BotHost.Knowledge;

/// <summary>The two writes, each one step for the store. Every key is declared: Garnet and a cluster lock by that list.</summary>
/// <remarks>
/// KEYS: the document, the feed, the counter of changes. ARGV: the feed's member, the precondition, then what is written.
/// Both answer with (outcome, revision, change).
/// </remarks>
internal static class KnowledgeScripts
{
    public const string Put = Check + """
        if stored[2] == ARGV[3] then return {0, current, tonumber(stored[3])} end
        local change = redis.call('INCR', KEYS[3])
        redis.call('DEL', KEYS[1])
        for i = 4, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
        redis.call('HSET', KEYS[1], 'contentHash', ARGV[3], 'revision', last + 1, 'change', change)
        redis.call('ZADD', KEYS[2], change, ARGV[1])
        return {current == 0 and 1 or 2, last + 1, change}
        """;

    /// <summary>The revision outlives its document, so that a document created again continues to count.</summary>
    public const string Delete = Check + """
        local change = redis.call('INCR', KEYS[3])
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'revision', last)
        redis.call('ZADD', KEYS[2], change, ARGV[1])
        return {5, current, change}
        """;

    private const string Check = """
        local stored = redis.call('HMGET', KEYS[1], 'revision', 'contentHash', 'change')
        local last = tonumber(stored[1] or '0')
        local current = stored[2] and last or 0
        local expected = ARGV[2]
        local met = expected == '' or (expected == '*' and current > 0)
          or string.find(expected, ',' .. string.format('%d', current) .. ',', 1, true) ~= nil
        if ARGV[3] == 'delete' and current == 0 then return {4, 0, 0} end
        if not met then return {3, current, 0} end

        """;
}
