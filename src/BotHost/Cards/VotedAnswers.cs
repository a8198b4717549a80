using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Cards;

/// <summary>An answer that somebody has voted on: what it was about, and neither who asked nor who voted.</summary>
/// <param name="Id">Of the answer, by which <see cref="AnswerMarks"/> knows the votes.</param>
/// <param name="At">When somebody last voted.</param>
internal sealed record VotedAnswer(string Id, string Question, DateTimeOffset At)
{
    /// <summary>What it rested on, title by id.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();
}

/// <summary>Remembers which answers people have voted on, for as long as their votes are kept, for editors to read.</summary>
/// <remarks>
/// Key: <c>{feedback}:answers</c>, hash, answer id -> <see cref="VotedAnswer"/> as JSON, at most <see cref="Most"/>, those of the newest
/// votes, living 180 days after the last.
/// </remarks>
internal sealed class VotedAnswers(IConnectionMultiplexer store, TimeProvider time)
{
    public const int Most = 500;

    private static readonly RedisKey Answers = "{feedback}:answers";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private IDatabase Database => store.GetDatabase();

    public async Task NoteAsync(GivenAnswer given)
    {
        var documents = given.Answer.References.Where(reference => !AttachedDocument.IsId(reference.DocumentId)).DistinctBy(reference => reference.DocumentId);
        var voted = new VotedAnswer(given.Id, given.Answer.StandaloneQuestion, time.GetUtcNow())
        {
            Documents = documents.ToDictionary(reference => reference.DocumentId, reference => reference.Title),
        };
        await Database.HashSetAsync(Answers, given.Id, JsonSerializer.Serialize(voted, VotedAnswerJson.Default.VotedAnswer));
        await Database.KeyExpireAsync(Answers, Lifetime);
        if (await Database.HashLengthAsync(Answers) > Most)
            await MakeRoomAsync();
    }

    /// <summary>The newest vote first.</summary>
    public async Task<IReadOnlyList<VotedAnswer>> ListAsync()
    {
        var oldest = time.GetUtcNow() - Lifetime;
        var all = (await Database.HashValuesAsync(Answers)).Select(json => JsonSerializer.Deserialize((string)json!, VotedAnswerJson.Default.VotedAnswer)!);
        return [.. all.Where(voted => voted.At > oldest).OrderByDescending(voted => voted.At)];
    }

    public Task ForgetAsync(string answerId) => Database.HashDeleteAsync(Answers, answerId);

    private async Task MakeRoomAsync()
    {
        RedisValue[] surplus = [.. (await ListAsync()).Skip(Most).Select(voted => (RedisValue)voted.Id)];
        if (surplus.Length > 0)
            await Database.HashDeleteAsync(Answers, surplus);
    }
}

[JsonSerializable(typeof(VotedAnswer))]
internal sealed partial class VotedAnswerJson : JsonSerializerContext;
