using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Desk;

/// <summary>Who is at the desk. A browser holds a secret of which the store knows the hash only.</summary>
/// <remarks>
/// Key: <c>{desk}:sessions</c>, hash, the secret's hash -> session as JSON, living as long as the session that began last; each
/// session ends by its own time.
/// </remarks>
internal sealed class DeskSessions(IConnectionMultiplexer store, IOptions<DeskOptions> options, TimeProvider time)
{
    /// <summary>More than anybody needs; the oldest goes.</summary>
    private const int Most = 200;

    private const int LongestDevice = 200;

    private static readonly RedisKey Sessions = "{desk}:sessions";

    private IDatabase Database => store.GetDatabase();

    /// <summary>Lets an editor in.</summary>
    /// <returns>The secret for the browser's cookie.</returns>
    public async Task<(string Secret, DeskSession Session)> BeginAsync(string editor, string account, string? userId, string device)
    {
        var (secret, now) = (Random(32), time.GetUtcNow());
        var session = new DeskSession(Random(9), editor, account, Random(32), now, now + options.Value.SessionLifetime)
        {
            UserId = userId,
            Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
        };
        await TidyAsync();
        await Database.HashSetAsync(Sessions, HashOf(secret), JsonSerializer.Serialize(session, DeskJson.Default.DeskSession));
        await Database.KeyExpireAsync(Sessions, options.Value.SessionLifetime);
        return (secret, session);
    }

    /// <summary>Null when the secret opens nothing, or nothing any more.</summary>
    public async Task<DeskSession?> FindAsync(string secret) =>
        await Database.HashGetAsync(Sessions, HashOf(secret)) is { IsNull: false } json && Read(json) is { } session && session.EndsAt > time.GetUtcNow()
            ? session
            : null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DeskSession>> ListAsync() =>
        [.. (await AllAsync()).Select(entry => entry.Session).Where(session => session.EndsAt > time.GetUtcNow()).OrderByDescending(session => session.StartedAt)];

    /// <returns>The session that ended; null when there is none of this name.</returns>
    public async Task<DeskSession?> EndAsync(string id)
    {
        var found = (await AllAsync()).FirstOrDefault(entry => entry.Session.Id == id);
        return found.Session is { } session && await Database.HashDeleteAsync(Sessions, found.Hash) ? session : null;
    }

    private async Task TidyAsync()
    {
        var now = time.GetUtcNow();
        var all = (await AllAsync()).OrderByDescending(entry => entry.Session.EndsAt).ToList();
        RedisValue[] over = [.. all.Where((entry, place) => place >= Most - 1 || entry.Session.EndsAt <= now).Select(entry => entry.Hash)];
        if (over.Length > 0)
            await Database.HashDeleteAsync(Sessions, over);
    }

    private async Task<IReadOnlyList<(RedisValue Hash, DeskSession Session)>> AllAsync() =>
        [.. (await Database.HashGetAllAsync(Sessions)).Select(entry => (entry.Name, Read(entry.Value)))];

    private static DeskSession Read(RedisValue json) =>
        JsonSerializer.Deserialize(json.ToString(), DeskJson.Default.DeskSession) ?? throw new InvalidDataException("The store holds a session that cannot be read.");

    /// <summary>What the store keeps of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
