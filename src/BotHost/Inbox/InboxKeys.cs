using StackExchange.Redis;

namespace Wenlu.BotHost.Inbox;

/// <summary>
/// The inbox's keys, all in one hash tag so that a cluster keeps them together. Owner: <see cref="EventInbox"/>.
/// <code>
/// {inbox}:event:ID          string: the entry as JSON, or "done" when it was completed or parked    24 h, from acceptance
/// {inbox}:queue:CONV        sorted set: entry id by time of creation                                24 h, from the newest entry
/// {inbox}:conversation:CONV hash: token (while leased), attempts:ID                                 24 h, from the newest claim
/// {inbox}:progress:ID       hash: what the handler saved; deleted with the entry                    24 h, from the newest save
/// {inbox}:ready             sorted set: conversation by when it is due; while leased, by the lease's end, so that an expired
///                           lease is simply due again. Empties itself
/// {inbox}:pending           sorted set: entry id by time of acceptance. Empties itself
/// {inbox}:fence             counter of fencing tokens; for good
/// {inbox}:parked            sorted set: entry id by time of parking; the newest thousand            30 d, from the newest
/// {inbox}:parked:details    hash: entry id to <see cref="ParkedEntry"/> as JSON                     as above
/// </code>
/// </summary>
internal static class InboxKeys
{
    public static readonly RedisKey Ready = "{inbox}:ready";
    public static readonly RedisKey Pending = "{inbox}:pending";
    public static readonly RedisKey Fence = "{inbox}:fence";
    public static readonly RedisKey Parked = "{inbox}:parked";
    public static readonly RedisKey ParkedDetails = "{inbox}:parked:details";

    public static RedisKey Event(string id) => $"{{inbox}}:event:{id}";

    public static RedisKey Queue(string conversation) => $"{{inbox}}:queue:{conversation}";

    public static RedisKey Conversation(string conversation) => $"{{inbox}}:conversation:{conversation}";

    public static RedisKey Progress(string id) => $"{{inbox}}:progress:{id}";
}
