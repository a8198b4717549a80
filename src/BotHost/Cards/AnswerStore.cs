using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Cards;

/// <summary>An answer as it was given, for whoever replies to its card or votes on it.</summary>
/// <param name="Asked">Where and by whom it was asked, so that a click on its card can be checked; null when stored by an older version.</param>
internal sealed record GivenAnswer(string Id, string Question, Answer Answer, DateTimeOffset At, Asked? Asked)
{
    /// <summary>How its last card is shown, the one that can be pressed.</summary>
    public CardPlan Plan { get; init; }

    /// <summary>The message that shows it; null while the platform's answer to sending it is lost.</summary>
    public string? CardMessageId { get; init; }

    /// <summary>Whether its card has a button that asks this.</summary>
    public bool Offers(string question) => Answer.Suggestions.Contains(question) || Answer.Related.Any(related => related.Question == question);
}

/// <summary>Remembers given answers, since the platform returns only a stub of a card.</summary>
/// <remarks>
/// Keys: <c>answer:{id}</c>, string, the answer as JSON; <c>answer:message:{message id}</c>, string, the id of the answer that
/// the message shows; both live 14 days, as long as a card can be clicked.
/// </remarks>
internal sealed class AnswerStore(IConnectionMultiplexer store)
{
    private static readonly TimeSpan CardLife = TimeSpan.FromDays(14);

    /// <summary>The same for every attempt at the same message or click.</summary>
    public static string IdFor(string key) =>
        $"a-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}";

    public async Task SaveAsync(GivenAnswer answer, string? cardMessageId)
    {
        var database = store.GetDatabase();
        var shown = answer with { CardMessageId = cardMessageId };
        await database.StringSetAsync(AnswerKey(answer.Id), JsonSerializer.Serialize(shown, GivenAnswerJson.Default.GivenAnswer), CardLife);
        if (cardMessageId is not null)
        {
            await database.StringSetAsync(MessageKey(cardMessageId), answer.Id, CardLife);
        }
    }

    /// <summary>A further message shows this answer too.</summary>
    public Task LinkAsync(string messageId, string answerId) => store.GetDatabase().StringSetAsync(MessageKey(messageId), answerId, CardLife);

    public async Task<GivenAnswer?> FindByMessageAsync(string messageId) => await FindIdByMessageAsync(messageId) is { } id ? await FindAsync(id) : null;

    /// <summary>The answer that the message shows, even if it was forgotten since.</summary>
    public async Task<string?> FindIdByMessageAsync(string messageId) => await store.GetDatabase().StringGetAsync(MessageKey(messageId));

    /// <summary>The answer that a message shows, or that was given to it.</summary>
    public async Task<GivenAnswer?> FindAboutAsync(string messageId) => await FindByMessageAsync(messageId) ?? await FindAsync(IdFor(messageId));

    /// <summary>As if it had never been given; what its message shows leads to nothing then.</summary>
    public Task ForgetAsync(string answerId) => store.GetDatabase().KeyDeleteAsync(AnswerKey(answerId));

    public async Task<GivenAnswer?> FindAsync(string answerId) =>
        await store.GetDatabase().StringGetAsync(AnswerKey(answerId)) is { IsNull: false } json
            ? JsonSerializer.Deserialize((string)json!, GivenAnswerJson.Default.GivenAnswer)
            : null;

    private static string AnswerKey(string id) => $"answer:{{{id}}}";

    private static string MessageKey(string messageId) => $"answer:message:{{{messageId}}}";
}

[JsonSerializable(typeof(GivenAnswer))]
internal sealed partial class GivenAnswerJson : JsonSerializerContext;
