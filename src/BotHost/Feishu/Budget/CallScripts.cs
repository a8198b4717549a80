namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>
/// Who may call, and when, decided for all replicas at once. Time is the server's. A call that has to wait books its moment, so
/// that whoever comes next waits behind it; a call that would wait too long books nothing.
/// </summary>
internal static class CallScripts
{
    private const string Clock =
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
        local function at(number) return string.format('%.0f', number) end
        local function count(text) if text then return tonumber(text) end return 0 end
        local function refused(quota, empty, till) return empty and empty == quota and count(till) > now end

        """;

    /// <summary>The rules stand at the end of ARGV, as pairs of limit and window in ms.</summary>
    private const string Log = Clock +
        """
        local function free(log, first)
          local moment = now
          local newest = redis.call('LINDEX', log, '0')
          if newest and tonumber(newest) > moment then moment = tonumber(newest) end
          for i = first, #ARGV, 2 do
            local bound = redis.call('LINDEX', log, at(tonumber(ARGV[i]) - 1))
            if bound and tonumber(bound) + tonumber(ARGV[i + 1]) > moment then moment = tonumber(bound) + tonumber(ARGV[i + 1]) end
          end
          return moment
        end
        local function book(log, moment, size, lifetime)
          redis.call('LPUSH', log, at(moment))
          redis.call('LTRIM', log, '0', at(tonumber(size) - 1))
          redis.call('PEXPIRE', log, at(moment - now + tonumber(lifetime)))
        end

        """;

    /// <summary>KEYS log. ARGV longest wait in ms, size of the log, its lifetime in ms, rules. Returns the wait in ms, below zero when it is too long.</summary>
    public const string Pace = Log +
        """
        local moment = free(KEYS[1], 4)
        if moment - now > tonumber(ARGV[1]) then return now - moment end
        book(KEYS[1], moment, ARGV[2], ARGV[3])
        return moment - now
        """;

    /// <summary>
    /// KEYS log, month. ARGV longest wait in ms, size of the log, its lifetime in ms, calls this one costs of the month, the quota
    /// (0: none), calls it must leave over, the month's lifetime in s, the day's field, rules. Returns {0, wait} when granted, {1, wait} when that
    /// is too long, {2, 0} when the month has no call left for it.
    /// </summary>
    public const string Take = Log +
        """
        local month = redis.call('HMGET', KEYS[2], 'used', 'empty', 'emptyUntil')
        local cost = tonumber(ARGV[4])
        local quota = tonumber(ARGV[5])
        if refused(ARGV[5], month[2], month[3]) then return {2, 0} end
        if cost > 0 and quota > 0 and count(month[1]) + cost + tonumber(ARGV[6]) > quota then return {2, 0} end
        local moment = free(KEYS[1], 9)
        if moment - now > tonumber(ARGV[1]) then return {1, moment - now} end
        book(KEYS[1], moment, ARGV[2], ARGV[3])
        if cost > 0 then
          redis.call('HINCRBY', KEYS[2], 'used', at(cost))
          redis.call('HINCRBY', KEYS[2], ARGV[8], at(cost))
          redis.call('EXPIRE', KEYS[2], ARGV[7])
        end
        return {0, moment - now}
        """;

    /// <summary>KEYS month. ARGV calls, the quota, lifetime in s, the day's field. Returns 1 when they are set aside, 0 when there are not so many.</summary>
    public const string Promise = Clock +
        """
        local month = redis.call('HMGET', KEYS[1], 'used', 'empty', 'emptyUntil')
        if refused(ARGV[2], month[2], month[3]) then return 0 end
        if count(month[1]) + tonumber(ARGV[1]) > tonumber(ARGV[2]) then return 0 end
        redis.call('HINCRBY', KEYS[1], 'used', ARGV[1])
        redis.call('HINCRBY', KEYS[1], ARGV[4], ARGV[1])
        redis.call('HINCRBY', KEYS[1], 'promised', ARGV[1])
        redis.call('HSET', KEYS[1], 'promisedAt', at(now))
        redis.call('EXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    /// <summary>KEYS month. ARGV the quota, for how many ms it counts as used up, lifetime in s.</summary>
    public const string Empty = Clock +
        """
        redis.call('HSET', KEYS[1], 'empty', ARGV[1], 'emptyUntil', at(now + tonumber(ARGV[2])))
        redis.call('EXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    /// <summary>
    /// KEYS log, month. ARGV the minute's limit, its window in ms. Returns {used, promised, ms since the last promise, the quota at
    /// which the platform said that it is used up or -1, tenths of the minute's limit that were called}.
    /// </summary>
    public const string Look = Clock +
        """
        local month = redis.call('HMGET', KEYS[2], 'used', 'promised', 'promisedAt', 'empty', 'emptyUntil')
        local tenths = 0
        for i = 1, 10 do
          local bound = redis.call('LINDEX', KEYS[1], at(math.max(0, math.floor(tonumber(ARGV[1]) * i / 10) - 1)))
          if bound and tonumber(bound) + tonumber(ARGV[2]) > now then tenths = i end
        end
        local empty = -1
        if month[4] and count(month[5]) > now then empty = tonumber(month[4]) end
        return {count(month[1]), count(month[2]), now - count(month[3]), empty, tenths}
        """;
}
