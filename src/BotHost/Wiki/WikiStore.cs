using System.Text.Json;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Wiki;

/// <summary>What is known of the mirrored wiki, shared by all replicas.</summary>
/// <remarks>
/// Keys, all of one hash tag:
/// <code>
/// {wiki}:documents  hash: token to <see cref="SyncedDocument"/> as JSON                           for good; a field goes with its document
/// {wiki}:sources    hash: a source that an editor added, to when                                  for good
/// {wiki}:status     string: <see cref="SyncStatus"/> as JSON                                      for good
/// {wiki}:wishes     sorted set: what is to be looked at again ("kind:token"), by when it is due   7 d, from the newest
/// {wiki}:lease      string: the replica that syncs                                                15 s, renewed while it lives
/// </code>
/// </remarks>
internal sealed class WikiStore(IConnectionMultiplexer redis, StoreScripts scripts, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private const int MostWishes = 100;

    private const string Renew = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
        return 0
        """;

    private const string Release = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
        return 0
        """;

    private static readonly RedisKey Documents = "{wiki}:documents";
    private static readonly RedisKey Sources = "{wiki}:sources";
    private static readonly RedisKey Status = "{wiki}:status";
    private static readonly RedisKey Wishes = "{wiki}:wishes";
    private static readonly RedisKey LeaseKey = "{wiki}:lease";
    private static readonly TimeSpan WishesLifetime = TimeSpan.FromDays(7);

    private IDatabase Database => redis.GetDatabase();

    public async Task<IReadOnlyList<SyncedDocument>> LoadAsync() =>
        [.. (await Database.HashValuesAsync(Documents)).Select(json => JsonSerializer.Deserialize((string)json!, SyncJson.Default.SyncedDocument)!)];

    public async Task<SyncedDocument?> FindAsync(string token) =>
        await Database.HashGetAsync(Documents, token) is { IsNull: false } json ? JsonSerializer.Deserialize((string)json!, SyncJson.Default.SyncedDocument) : null;

    public Task SaveAsync(IReadOnlyCollection<SyncedDocument> documents) => documents.Count == 0
        ? Task.CompletedTask
        : Database.HashSetAsync(Documents, [.. documents.Select(document => new HashEntry(document.Token, JsonSerializer.Serialize(document, SyncJson.Default.SyncedDocument)))]);

    public Task ForgetAsync(string token) => Database.HashDeleteAsync(Documents, token);

    public Task<bool> IsKnownAsync(string token) => Database.HashExistsAsync(Documents, token);

    public async Task<IReadOnlyList<SyncSource>> ListSourcesAsync() =>
        [.. (await Database.HashKeysAsync(Sources)).Select(text => SyncSource.Parse(text.ToString())).OfType<SyncSource>()];

    /// <summary>False when it was there.</summary>
    public Task<bool> AddSourceAsync(SyncSource source) => Database.HashSetAsync(Sources, source.ToString(), time.GetUtcNow().ToString("O"));

    public Task<bool> RemoveSourceAsync(SyncSource source) => Database.HashDeleteAsync(Sources, source.ToString());

    public async Task<SyncStatus> GetStatusAsync() =>
        await Database.StringGetAsync(Status) is { IsNull: false } json ? JsonSerializer.Deserialize((string)json!, SyncJson.Default.SyncStatus)! : new();

    public Task SetStatusAsync(SyncStatus status) => Database.StringSetAsync(Status, JsonSerializer.Serialize(status, SyncJson.Default.SyncStatus));

    /// <summary>A wish that waits stays at its time: who goes on typing does not put the reading off for ever.</summary>
    public async Task WishAsync(SyncWish wish, TimeSpan delay)
    {
        await Database.SortedSetAddAsync(Wishes, wish.ToString(), (time.GetUtcNow() + delay).ToUnixTimeMilliseconds(), When.NotExists);
        await Database.KeyExpireAsync(Wishes, WishesLifetime);
    }

    public async Task<IReadOnlyList<SyncWish>> ListDueWishesAsync() =>
        [.. (await Database.SortedSetRangeByScoreAsync(Wishes, 0, time.GetUtcNow().ToUnixTimeMilliseconds(), take: MostWishes)).Select(text => SyncWish.Parse(text.ToString()))];

    public Task ForgetWishAsync(SyncWish wish) => Database.SortedSetRemoveAsync(Wishes, wish.ToString());

    public Task<bool> TakeLeaseAsync(string replica) => Database.StringSetAsync(LeaseKey, replica, Lease, When.NotExists);

    public async Task<bool> RenewLeaseAsync(string replica) =>
        (int)await scripts.RunAsync(Renew, [LeaseKey], [replica, (long)Lease.TotalMilliseconds]) == 1;

    public Task ReleaseLeaseAsync(string replica) => scripts.RunAsync(Release, [LeaseKey], [replica]);
}

internal enum WishKind
{
    /// <summary>List everything now.</summary>
    Look,

    /// <summary>Its text or title changed.</summary>
    Content,

    /// <summary>Who may read it changed.</summary>
    Grants,

    /// <summary>It is in the bin, or gone.</summary>
    Gone,
}

internal readonly record struct SyncWish(WishKind Kind, string Token)
{
    public static readonly SyncWish LookNow = new(WishKind.Look, "all");

    /// <summary>With all that failed or was withheld tried again.</summary>
    public static readonly SyncWish TryAgain = new(WishKind.Look, "again");

    public static SyncWish Parse(string text) => text.Split(':') is [var kind, var token] ? new(Enum.Parse<WishKind>(kind), token) : LookNow;

    public override string ToString() => $"{Kind}:{Token}";
}
