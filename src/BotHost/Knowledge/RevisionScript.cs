namespace Wenlu.BotHost.Knowledge;

/// <summary>
/// Moves the document that stands into its past revisions, within the script that replaces it: what was there is there afterwards,
/// whatever happens in between. A text is kept once, however many past revisions have it.
/// </summary>
/// <remarks>Expects KEYS[1] the document, KEYS[4] its revisions, <c>current</c>, <c>last</c> and <c>unpacked</c>.</remarks>
internal static class RevisionScript
{
    /// <summary>With the one that stands, 20.</summary>
    private const string Most = "19";

    /// <summary>Two large documents, or many small ones: the least that has to be read to change one of them.</summary>
    private const string MostBytes = "8388608";

    public const string Archive = "local most, most_bytes = " + Most + ", " + MostBytes + "\n" + """
        if current > 0 then
          local number = string.format('%d', last)
          local body, text, moved = 'r' .. number, '', {}
          local old = redis.call('HGETALL', KEYS[1])
          for i = 1, #old, 2 do
            if old[i] == 'markdown' then text = old[i + 1]
            elseif old[i] == 'body' then body = old[i + 1]
            elseif old[i] ~= 'size' then
              moved[#moved + 1] = number .. ':' .. old[i]
              moved[#moved + 1] = old[i + 1]
            end
          end
          redis.call('HSET', KEYS[4], number .. ':body', body, number .. ':size', string.len(text), unpacked(moved))
          redis.call('HSETNX', KEYS[4], 'body:' .. body, text)
          local kept, names, bodies, sizes, uses, total = {}, {}, {}, {}, {}, 0
          for one in string.gmatch((redis.call('HGET', KEYS[4], 'kept') or '') .. ',' .. number, '%d+') do
            kept[#kept + 1] = one
            names[#names + 1] = one .. ':body'
            names[#names + 1] = one .. ':size'
          end
          local facts = redis.call('HMGET', KEYS[4], unpacked(names))
          for i, one in ipairs(kept) do
            bodies[one], sizes[one] = facts[2 * i - 1], tonumber(facts[2 * i])
            if not uses[bodies[one]] then total = total + sizes[one] end
            uses[bodies[one]] = (uses[bodies[one]] or 0) + 1
          end
          local first = 1
          while #kept - first + 1 > most or (total > most_bytes and first < #kept) do
            local one = kept[first]
            local dropped = {}
            for _, field in ipairs(redis.call('HKEYS', KEYS[4])) do
              if string.sub(field, 1, #one + 1) == one .. ':' then dropped[#dropped + 1] = field end
            end
            uses[bodies[one]] = uses[bodies[one]] - 1
            if uses[bodies[one]] == 0 then
              dropped[#dropped + 1] = 'body:' .. bodies[one]
              total = total - sizes[one]
            end
            redis.call('HDEL', KEYS[4], unpacked(dropped))
            first = first + 1
          end
          redis.call('HSET', KEYS[4], 'kept', table.concat(kept, ',', first))
        end

        """;
}
