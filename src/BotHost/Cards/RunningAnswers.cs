using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Cards;

/// <summary>An answer whose card is not finished.</summary>
/// <param name="MessageId">The message that shows the card, if the platform has told.</param>
internal sealed record RunningAnswer(Asked Asked, string? MessageId, Language Language);

/// <summary>Which answers are being written, on any replica: their cards stream, and can be stopped by whoever asked.</summary>
/// <remarks>Key: <c>answer:{id}:running</c>, string, JSON, living half an hour after an attempt began; an attempt is shorter.</remarks>
internal sealed class RunningAnswers(IConnectionMultiplexer store)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public Task BeginAsync(Asked asked, string? messageId, Language language) => store.GetDatabase().StringSetAsync(
        Key(AnswerStore.IdFor(asked.Key)), JsonSerializer.Serialize(new RunningAnswer(asked, messageId, language), RunningAnswerJson.Default.RunningAnswer), Lifetime);

    public Task EndAsync(Asked asked) => store.GetDatabase().KeyDeleteAsync(Key(AnswerStore.IdFor(asked.Key)));

    public async Task<RunningAnswer?> FindAsync(string answerId) => await store.GetDatabase().StringGetAsync(Key(answerId)) is { IsNull: false } json
        ? JsonSerializer.Deserialize((string)json!, RunningAnswerJson.Default.RunningAnswer)
        : null;

    private static string Key(string answerId) => $"answer:{{{answerId}}}:running";
}

[JsonSerializable(typeof(RunningAnswer))]
internal sealed partial class RunningAnswerJson : JsonSerializerContext;
