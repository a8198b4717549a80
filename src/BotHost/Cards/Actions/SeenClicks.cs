using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>Clicks that have had their effect: a callback that comes again must not turn a newer click back.</summary>
/// <remarks>Key: <c>click:{hash of the event's id}</c>, string, "1", living a day.</remarks>
internal sealed class SeenClicks(IConnectionMultiplexer store)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public Task<bool> ContainsAsync(string eventId) => store.GetDatabase().KeyExistsAsync(Key(eventId));

    public Task AddAsync(string eventId) => store.GetDatabase().StringSetAsync(Key(eventId), "1", Lifetime);

    private static string Key(string eventId) => $"click:{{{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)).AsSpan(0, 18))}}}";
}
