using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Gaps;

/// <summary>What a number of days came to.</summary>
internal sealed record DigestCounts(long Asked, long Answered, long Unanswered, long Disliked);

/// <summary>Counts a day's questions for the week's digest. A question whose worker died right after answering may count twice.</summary>
/// <remarks>
/// Keys: <c>{gaps}:day:{yyyy-MM-dd}</c>, hash, "answered", "unanswered", "unavailable" and "disliked" -> number, a day of
/// <see cref="GapOptions.UtcOffset"/>, living 16 days.
/// </remarks>
internal sealed class DigestCounters(IConnectionMultiplexer store, IOptions<GapOptions> options, TimeProvider time)
{
    private const int Week = 7;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(16);

    public Task AnsweredAsync(Outcome outcome) => CountAsync(outcome switch
    {
        Outcome.Grounded or Outcome.Extractive => "answered",
        Outcome.NotFound => "unanswered",
        _ => "unavailable",
    });

    public Task DislikedAsync() => CountAsync("disliked");

    /// <summary>The seven days before a day.</summary>
    public async Task<DigestCounts> WeekBeforeAsync(DateOnly day)
    {
        var days = await Task.WhenAll(Enumerable.Range(1, Week).Select(back => store.GetDatabase().HashGetAllAsync(Key(day.AddDays(-back)))));
        var sums = days.SelectMany(counts => counts).GroupBy(count => (string)count.Name!).ToDictionary(counts => counts.Key, counts => counts.Sum(count => (long)count.Value));
        var (answered, unanswered) = (sums.GetValueOrDefault("answered"), sums.GetValueOrDefault("unanswered"));
        return new(answered + unanswered + sums.GetValueOrDefault("unavailable"), answered, unanswered, sums.GetValueOrDefault("disliked"));
    }

    private Task CountAsync(string what)
    {
        var key = Key(DateOnly.FromDateTime(time.GetUtcNow().ToOffset(options.Value.UtcOffset).DateTime));
        return Task.WhenAll(store.GetDatabase().HashIncrementAsync(key, what), store.GetDatabase().KeyExpireAsync(key, Lifetime));
    }

    private static string Key(DateOnly day) => $"{{gaps}}:day:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
