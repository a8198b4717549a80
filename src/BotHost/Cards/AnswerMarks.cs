using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;

namespace Wenlu.BotHost.Cards;

/// <summary>Why an answer did not help: one of <see cref="WhyForm"/>'s reasons, own words, or both.</summary>
internal sealed record VoteReason(string? Kind, string? Comment);

/// <summary>
/// What people did to a given answer. Each click writes a field of its own, so that two people who press at once, on two replicas,
/// both leave their mark.
/// </summary>
/// <remarks>
/// Keys: <c>answer:{id}:votes</c>, hash, open_id -> vote, and <c>answer:{id}:reasons</c>, hash, open_id -> reason as JSON, both living
/// 180 days; <c>answer:{id}:pressed</c>, hash, "regenerate" -> the key of the answer in other words, "new_topic" -> 1,
/// "ask:" and the question -> 1, living 14 days, as long as the card can be clicked.
/// </remarks>
internal sealed class AnswerMarks(IConnectionMultiplexer store)
{
    private const string AskPrefix = $"{CardActions.Ask}:";
    private static readonly TimeSpan VoteLife = TimeSpan.FromDays(180);
    private static readonly TimeSpan CardLife = TimeSpan.FromDays(14);

    private IDatabase Database => store.GetDatabase();

    /// <summary>A second vote of the same person replaces the first, and the reason for it.</summary>
    /// <returns>The vote before; the same for an impatient finger.</returns>
    public async Task<string?> VoteAsync(string answerId, string openId, string vote)
    {
        var before = await Database.HashGetAsync(VotesKey(answerId), openId);
        await KeepAsync(VotesKey(answerId), openId, vote, VoteLife);
        if (vote != Votes.Down)
            await Database.HashDeleteAsync(ReasonsKey(answerId), openId);
        return before;
    }

    public async Task ReasonAsync(string answerId, string openId, VoteReason reason)
    {
        await KeepAsync(VotesKey(answerId), openId, Votes.Down, VoteLife);
        await KeepAsync(ReasonsKey(answerId), openId, JsonSerializer.Serialize(reason, AnswerMarksJson.Default.VoteReason), VoteLife);
    }

    public Task RephrasedAsync(string answerId, string key) => KeepAsync(PressedKey(answerId), CardActions.Regenerate, key, CardLife);

    /// <returns>The key of the answer in other words, once it was asked for.</returns>
    public async Task<string?> FindRephrasedAsync(string answerId) => await Database.HashGetAsync(PressedKey(answerId), CardActions.Regenerate);

    public Task NewTopicAsync(string answerId) => KeepAsync(PressedKey(answerId), CardActions.NewTopic, "1", CardLife);

    public Task AskedAsync(string answerId, string question) => KeepAsync(PressedKey(answerId), AskPrefix + question, "1", CardLife);

    public async Task<CardState> StateAsync(GivenAnswer given)
    {
        var (votes, reasons, pressed) = (VotesAsync(given.Id), Database.HashKeysAsync(ReasonsKey(given.Id)), Database.HashKeysAsync(PressedKey(given.Id)));
        var down = (await votes).Where(vote => vote.Value == Votes.Down).Select(vote => vote.Key).ToHashSet();
        var explained = (await reasons).Select(openId => (string)openId!).ToHashSet();
        var fields = (await pressed).Select(field => (string)field!).ToList();
        return CardState.Of(given) with
        {
            Up = (await votes).Count - down.Count,
            Down = down.Count,
            Why = !down.IsSubsetOf(explained) ? WhyState.Open : down.Count > 0 ? WhyState.Answered : WhyState.Closed,
            IsRegenerated = fields.Contains(CardActions.Regenerate),
            IsNewTopic = fields.Contains(CardActions.NewTopic),
            Asked = fields.Where(field => field.StartsWith(AskPrefix, StringComparison.Ordinal)).Select(field => field[AskPrefix.Length..]).ToHashSet(),
        };
    }

    public async Task<IReadOnlyDictionary<string, string>> VotesAsync(string answerId) =>
        (await Database.HashGetAllAsync(VotesKey(answerId))).ToDictionary(vote => (string)vote.Name!, vote => (string)vote.Value!);

    public async Task<IReadOnlyDictionary<string, VoteReason>> ReasonsAsync(string answerId) =>
        (await Database.HashGetAllAsync(ReasonsKey(answerId))).ToDictionary(
            reason => (string)reason.Name!, reason => JsonSerializer.Deserialize((string)reason.Value!, AnswerMarksJson.Default.VoteReason)!);

    /// <returns>The key of the answer in other words that was asked for, if one was.</returns>
    public async Task<string?> ForgetAsync(string answerId)
    {
        var rephrased = await Database.HashGetAsync(PressedKey(answerId), CardActions.Regenerate);
        await Database.KeyDeleteAsync([VotesKey(answerId), ReasonsKey(answerId), PressedKey(answerId)]);
        return rephrased;
    }

    private async Task KeepAsync(string key, string field, string value, TimeSpan lifetime)
    {
        await Database.HashSetAsync(key, field, value);
        await Database.KeyExpireAsync(key, lifetime);
    }

    private static string VotesKey(string id) => $"answer:{{{id}}}:votes";

    private static string ReasonsKey(string id) => $"answer:{{{id}}}:reasons";

    private static string PressedKey(string id) => $"answer:{{{id}}}:pressed";
}

[JsonSerializable(typeof(VoteReason))]
internal sealed partial class AnswerMarksJson : JsonSerializerContext;
