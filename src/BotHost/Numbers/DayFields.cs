using System.Globalization;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Numbers;

/// <summary>The fields of a day's hash, and what they say.</summary>
internal static class DayFields
{
    public const string Helpful = "helpful";
    public const string Unhelpful = "unhelpful";
    public const string Documents = "documents";
    public const string Passages = "passages";

    private const string Answered = "answered";
    private const string Unanswered = "unanswered";
    private const string Unavailable = "unavailable";
    private const string FirstPrefix = "first:";
    private const string FinishedPrefix = "finished:";

    private static readonly (Door Door, string Field)[] Doors = [(Door.Feishu, "feishu"), (Door.Site, "site"), (Door.Api, "api")];

    /// <summary>Each grows by one.</summary>
    public static IEnumerable<RedisValue> Of(CountedAnswer answer)
    {
        yield return answer.Outcome switch
        {
            Outcome.Grounded or Outcome.Extractive => Answered,
            Outcome.NotFound => Unanswered,
            _ => Unavailable,
        };
        yield return Doors.First(door => door.Door == answer.Door).Field;
        yield return Bucket(FinishedPrefix, answer.Finished);
        if (answer.FirstWords is { } first)
            yield return Bucket(FirstPrefix, first);
    }

    public static PeriodNumbers Read(HashEntry[] entries)
    {
        var numbers = entries.ToDictionary(entry => entry.Name.ToString(), entry => (long)entry.Value);
        return new(numbers.GetValueOrDefault(Answered), numbers.GetValueOrDefault(Unanswered), numbers.GetValueOrDefault(Unavailable))
        {
            Doors = Doors.Where(door => numbers.ContainsKey(door.Field)).ToDictionary(door => door.Door, door => numbers[door.Field]),
            Helpful = numbers.GetValueOrDefault(Helpful),
            Unhelpful = numbers.GetValueOrDefault(Unhelpful),
            FirstWords = Histogram(numbers, FirstPrefix),
            Finished = Histogram(numbers, FinishedPrefix),
            Knowledge = numbers.TryGetValue(Documents, out var documents) ? new(documents, numbers.GetValueOrDefault(Passages)) : null,
        };
    }

    private static string Bucket(string prefix, TimeSpan duration) => prefix + LatencyHistogram.BucketOf(duration).ToString(CultureInfo.InvariantCulture);

    private static LatencyHistogram Histogram(Dictionary<string, long> numbers, string prefix) => new(numbers
        .Where(number => number.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(number => int.Parse(number.Key.AsSpan(prefix.Length), CultureInfo.InvariantCulture), number => number.Value));
}
