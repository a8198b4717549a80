namespace Wenlu.BotHost.Inbox;

/// <summary>
/// The steps that must happen at once. Every key is declared: Garnet locks the declared ones only. Time is the server's, so
/// replicas need not agree about it. Each script that writes for a claim begins by comparing its fencing token.
/// </summary>
internal static class InboxScripts
{
    private const string Now =
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
        local function at(milliseconds) return string.format('%.0f', milliseconds) end

        """;

    private const string Fenced =
        """
        if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end

        """;

    /// <summary>
    /// KEYS ready, queue, conversation, fence. ARGV conversation, score it was seen with, lease in ms, lifetime in s.
    /// Returns 1 when somebody else was faster, 0 when it is not due yet, else {id, token, attempt}.
    /// </summary>
    public const string Claim = Now +
        """
        local due = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if not due or tonumber(due) ~= tonumber(ARGV[2]) then return 1 end
        if tonumber(due) > now then return 0 end
        local head = redis.call('ZRANGE', KEYS[2], '0', '0')
        if #head == 0 then
          redis.call('ZREM', KEYS[1], ARGV[1])
          redis.call('DEL', KEYS[3])
          return 1
        end
        local token = redis.call('INCR', KEYS[4])
        local attempt = redis.call('HINCRBY', KEYS[3], 'attempts:' .. head[1], '1')
        redis.call('HSET', KEYS[3], 'token', at(token))
        redis.call('EXPIRE', KEYS[3], ARGV[4])
        redis.call('ZADD', KEYS[1], at(now + tonumber(ARGV[3])), ARGV[1])
        return {head[1], token, attempt}
        """;

    /// <summary>KEYS conversation, ready. ARGV token, conversation, lease in ms, lifetime in s.</summary>
    public const string Renew = Fenced + Now +
        """
        redis.call('ZADD', KEYS[2], at(now + tonumber(ARGV[3])), ARGV[2])
        redis.call('EXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    /// <summary>KEYS conversation, ready. ARGV token, conversation, delay in ms, id, attempts to add (0 or -1).</summary>
    public const string Release = Fenced + Now +
        """
        redis.call('HDEL', KEYS[1], 'token')
        redis.call('HINCRBY', KEYS[1], 'attempts:' .. ARGV[4], ARGV[5])
        redis.call('ZADD', KEYS[2], at(now + tonumber(ARGV[3])), ARGV[2])
        return 1
        """;

    /// <summary>KEYS conversation, progress. ARGV token, field, value, lifetime in s.</summary>
    public const string SaveProgress = Fenced +
        """
        redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
        redis.call('EXPIRE', KEYS[2], ARGV[4])
        return 1
        """;

    /// <summary>KEYS conversation, ready, queue, event, progress, pending. ARGV token, conversation, id, what stays in place of the event.</summary>
    public const string Complete = Fenced + Now + Finish + "return 1";

    /// <summary>As <see cref="Complete"/>, and KEYS parked, details. ARGV details as JSON, how many are kept, lifetime in s.</summary>
    public const string Park = Fenced + Now + Finish +
        """
        redis.call('ZADD', KEYS[7], at(now), ARGV[3])
        redis.call('HSET', KEYS[8], ARGV[3], ARGV[5])
        local surplus = redis.call('ZRANGE', KEYS[7], '0', at(-1 - tonumber(ARGV[6])))
        for _, id in ipairs(surplus) do
          redis.call('ZREM', KEYS[7], id)
          redis.call('HDEL', KEYS[8], id)
        end
        redis.call('EXPIRE', KEYS[7], ARGV[7])
        redis.call('EXPIRE', KEYS[8], ARGV[7])
        return 1
        """;

    /// <summary>Frees a conversation whose worker is known to be dead. KEYS conversation, ready. ARGV conversation.</summary>
    public const string Abandon = Now +
        """
        if redis.call('HDEL', KEYS[1], 'token') == 1 then redis.call('ZADD', KEYS[2], at(now), ARGV[1]) end
        return 1
        """;

    private const string Finish =
        """
        redis.call('ZREM', KEYS[3], ARGV[3])
        redis.call('ZREM', KEYS[6], ARGV[3])
        redis.call('DEL', KEYS[5])
        redis.call('SET', KEYS[4], ARGV[4], 'XX', 'KEEPTTL')
        if redis.call('ZCARD', KEYS[3]) == 0 then
          redis.call('ZREM', KEYS[2], ARGV[2])
          redis.call('DEL', KEYS[1])
        else
          redis.call('HDEL', KEYS[1], 'token', 'attempts:' .. ARGV[3])
          redis.call('ZADD', KEYS[2], at(now), ARGV[2])
        end

        """;
}
