using Wenlu.BotHost.Audit;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The two writes, each one step for the store. Every key is declared: Garnet and a cluster lock by that list.</summary>
/// <remarks>
/// KEYS: the document, the feed, the counter of changes, the document's past revisions, the deletions, the low-water mark, the audit log.
/// ARGV: the feed's member, the precondition, the content's hash or "delete", the audit entry or nothing; then for Put the origin, for
/// Delete the time in milliseconds, the time before which deletions are forgotten and how many are remembered; then fields and values.
/// Fields are written together: scripts are slow on the embedded store, most of all where they call out.
/// Both answer with (outcome, revision, change, editor, time, content hash), the last three of the document that stood before.
/// </remarks>
internal static class KnowledgeScripts
{
    public static readonly string Put = Check + """
        local origin = ARGV[5]
        if stored[2] == ARGV[3] then
          if origin ~= '' then redis.call('HSET', KEYS[1], 'origin', origin) end
          return answer(0, current, tonumber(stored[3]))
        end
        if origin == '' and current > 0 then origin = stored[6] or '' end
        local change = redis.call('INCR', KEYS[3])

        """ + RevisionScript.Archive + """
        local fields = {'contentHash', ARGV[3], 'revision', last + 1, 'change', change}
        for i = 6, #ARGV do fields[#fields + 1] = ARGV[i] end
        if origin ~= '' then fields[#fields + 1] = 'origin' fields[#fields + 1] = origin end
        if last > 0 then redis.call('DEL', KEYS[1]) end
        redis.call('HSET', KEYS[1], unpacked(fields))
        redis.call('ZADD', KEYS[2], change, ARGV[1])
        if current == 0 and last > 0 then redis.call('ZREM', KEYS[5], ARGV[1]) end
        local revision, created = last + 1, current == 0 and '1' or '0'

        """ + AuditLog.Append(7) + """
        return answer(current == 0 and 1 or 2, last + 1, change)
        """;

    /// <summary>The revision outlives its document, so that a document created again continues to count.</summary>
    public static readonly string Delete = Check + """
        local change = redis.call('INCR', KEYS[3])

        """ + RevisionScript.Archive + """
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'revision', last, ARGV[8], ARGV[9], ARGV[10], ARGV[11])
        redis.call('ZADD', KEYS[2], change, ARGV[1])
        redis.call('ZADD', KEYS[5], ARGV[5], ARGV[1])
        local revision, created = current, '0'

        """ + AuditLog.Append(7) + Forget + """
        return answer(5, current, change)
        """;

    private const string Check = """
        local unpacked = table.unpack or unpack
        local stored = redis.call('HMGET', KEYS[1], 'revision', 'contentHash', 'change', 'editor', 'writtenAt', 'origin')
        local last = tonumber(stored[1] or '0')
        local current = stored[2] and last or 0
        local function answer(outcome, revision, change)
          return {outcome, revision, change, stored[4] or '', stored[5] or '', stored[2] or ''}
        end
        local expected = ARGV[2]
        local audit = ARGV[4]
        local met = expected == '' or (expected == '*' and current > 0)
          or string.find(expected, ',' .. string.format('%d', current) .. ',', 1, true) ~= nil
        if ARGV[3] == 'delete' and current == 0 then return answer(4, 0, 0) end
        if not met then return answer(3, current, 0) end

        """;

    /// <summary>
    /// Takes deletions out of the feed that are old or too many, oldest first and a few at a time, and raises the mark below which
    /// the feed is no longer whole.
    /// </summary>
    private const string Forget = """
        local many = redis.call('ZCARD', KEYS[5]) - tonumber(ARGV[7])
        local oldest = redis.call('ZRANGE', KEYS[5], 0, 15, 'WITHSCORES')
        local mark = tonumber(redis.call('GET', KEYS[6]) or '0')
        for i = 1, #oldest, 2 do
          if (i + 1) / 2 <= many or tonumber(oldest[i + 1]) < tonumber(ARGV[6]) then
            local at = tonumber(redis.call('ZSCORE', KEYS[2], oldest[i]) or '0')
            if at > mark then mark = at end
            redis.call('ZREM', KEYS[2], oldest[i])
            redis.call('ZREM', KEYS[5], oldest[i])
          end
        end
        if mark > 0 then redis.call('SET', KEYS[6], string.format('%d', mark)) end

        """;
}
