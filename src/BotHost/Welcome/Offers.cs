using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Welcome;

/// <summary>Questions that a card without an answer puts before people, so that a click on one can be checked.</summary>
/// <param name="ChatId">Of a group: anybody in it may ask them.</param>
/// <param name="OpenId">Of a direct chat: the one who may.</param>
internal sealed record Offer(string Id, string? ChatId, string? OpenId, IReadOnlyList<string> Questions)
{
    /// <summary>Readers of the answer to a click are a person, or everybody in the group.</summary>
    public bool IsDirect => OpenId is not null;

    public bool Allows(string question, string? chatId, string openId) =>
        Questions.Contains(question) && (IsDirect ? openId == OpenId : chatId is not null && chatId == ChatId);
}

/// <summary>Remembers offers as long as their cards can be clicked.</summary>
/// <remarks>Key: <c>offer:{id}</c>, string, the offer as JSON, living 14 days.</remarks>
internal sealed class Offers(IConnectionMultiplexer store)
{
    private const string Prefix = "o-";
    private static readonly TimeSpan CardLife = TimeSpan.FromDays(14);

    /// <summary>An answer's id never looks like one.</summary>
    public static bool IsOffer(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <returns>The offer that stands: an earlier attempt's, if its card may have been sent.</returns>
    public async Task<Offer> KeepAsync(Asked asked, IReadOnlyList<string> questions)
    {
        var offer = new Offer(IdFor(asked.Key), asked.IsDirect ? null : asked.ChatId, asked.IsDirect ? asked.AskerOpenId : null, questions);
        var json = JsonSerializer.Serialize(offer, OfferJson.Default.Offer);
        return await store.GetDatabase().StringSetAsync(Key(offer.Id), json, CardLife, When.NotExists) ? offer : await FindAsync(offer.Id) ?? offer;
    }

    public async Task<Offer?> FindAsync(string id) =>
        await store.GetDatabase().StringGetAsync(Key(id)) is { IsNull: false } json ? JsonSerializer.Deserialize((string)json!, OfferJson.Default.Offer) : null;

    private static string IdFor(string key) => Prefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));

    private static string Key(string id) => $"offer:{{{id}}}";
}

[JsonSerializable(typeof(Offer))]
internal sealed partial class OfferJson : JsonSerializerContext;
