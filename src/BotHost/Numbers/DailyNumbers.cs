using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Numbers;

/// <summary>What each day came to, counted by all replicas together; a question once, however often its answer is attempted.</summary>
/// <remarks>
/// Keys, of one hash tag:
/// <code>
/// {numbers}:day:2026-11-30   hash, a day of Gaps:UtcOffset                                                          400 d
///                            answered, unanswered, unavailable, feishu, site, api, helpful, unhelpful: how many;
///                            first:N, finished:N: answers in a bucket of <see cref="LatencyHistogram"/>;
///                            documents, passages: as they were last
/// {numbers}:counted:KEY      string: the question with this key is counted                                           2 d
/// </code>
/// </remarks>
internal sealed class DailyNumbers(IConnectionMultiplexer store, StoreScripts scripts, IOptions<GapOptions> options, TimeProvider time)
{
    /// <summary>As far back as anybody can look: a year, and what it is compared with at its beginning.</summary>
    public const int MostDays = 400;

    /// <summary>Longer than an entry stays in the inbox.</summary>
    private static readonly TimeSpan CountedLifetime = TimeSpan.FromDays(2);

    /// <summary>KEYS day, and of a question that may come again its mark. ARGV lifetime of the day, of the mark, the fields that grow by one.</summary>
    private const string Count =
        """
        if KEYS[2] then
          if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
          redis.call('SET', KEYS[2], '1', 'EX', ARGV[2])
        end
        for i = 3, #ARGV do redis.call('HINCRBY', KEYS[1], ARGV[i], '1') end
        redis.call('EXPIRE', KEYS[1], ARGV[1])
        return 1
        """;

    private IDatabase Database => store.GetDatabase();

    public TimeSpan UtcOffset => options.Value.UtcOffset;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(UtcOffset).DateTime);

    public Task AnsweredAsync(CountedAnswer answer) => scripts.RunAsync(
        Count,
        answer.Key is { } key ? [Key(Today), $"{{numbers}}:counted:{key}"] : [Key(Today)],
        [MostDays * 86_400, (long)CountedLifetime.TotalSeconds, .. DayFields.Of(answer)]);

    /// <param name="isHelpful">What somebody says now.</param>
    /// <param name="before">What the same person said before of the same answer; null for a first vote.</param>
    public async Task VotedAsync(bool isHelpful, bool? before)
    {
        if (before == isHelpful)
            return;
        await GrowAsync(isHelpful ? DayFields.Helpful : DayFields.Unhelpful, 1);
        if (before is not null)
            await GrowAsync(isHelpful ? DayFields.Unhelpful : DayFields.Helpful, -1);
    }

    public async Task SizedAsync(KnowledgeSize size)
    {
        await Database.HashSetAsync(Key(Today), [new(DayFields.Documents, size.Documents), new(DayFields.Passages, size.Passages)]);
        await KeepAsync();
    }

    /// <summary>The days up to <paramref name="to"/>, oldest first.</summary>
    public async Task<IReadOnlyList<PeriodNumbers>> ReadAsync(DateOnly to, int days) =>
        [.. (await Task.WhenAll(Enumerable.Range(1 - days, days).Select(day => Database.HashGetAllAsync(Key(to.AddDays(day)))))).Select(DayFields.Read)];

    private async Task GrowAsync(string field, long by)
    {
        await Database.HashIncrementAsync(Key(Today), field, by);
        await KeepAsync();
    }

    private Task<bool> KeepAsync() => Database.KeyExpireAsync(Key(Today), TimeSpan.FromDays(MostDays));

    private static RedisKey Key(DateOnly day) => $"{{numbers}}:day:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
