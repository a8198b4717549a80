namespace Wenlu.BotHost.Numbers;

/// <summary>
/// How long things took, in buckets whose bounds grow by the same factor: percentiles of several days, counted on several replicas,
/// come of adding the buckets up, and are right to within nine per cent.
/// </summary>
internal sealed class LatencyHistogram(IReadOnlyDictionary<int, long> counts)
{
    public const int Last = 160;

    private const double PerDoubling = 8;

    public static readonly LatencyHistogram Empty = new(new Dictionary<int, long>());

    public long Count { get; } = counts.Values.Sum();

    /// <summary>From a millisecond up to a quarter of an hour; what is beyond is in the last one.</summary>
    public static int BucketOf(TimeSpan duration) =>
        Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, duration.TotalMilliseconds)) * PerDoubling), 0, Last);

    public static LatencyHistogram Merge(IEnumerable<LatencyHistogram> histograms) =>
        new(histograms.SelectMany(histogram => histogram.Buckets).GroupBy(bucket => bucket.Key).ToDictionary(same => same.Key, same => same.Sum(bucket => bucket.Value)));

    /// <summary>So many of the durations are no longer than this; null when there are none.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public TimeSpan? Percentile(double share)
    {
        var rank = (long)Math.Ceiling(Count * share);
        foreach (var (bucket, count) in Buckets.OrderBy(bucket => bucket.Key))
        {
            if (rank <= count)
                return Within(bucket, (rank - 0.5) / count);
            rank -= count;
        }
        return null;
    }

    private IEnumerable<KeyValuePair<int, long>> Buckets => counts;

    /// <summary>As if those in a bucket were spread over it evenly: what is drawn from day to day does not jump.</summary>
    private static TimeSpan Within(int bucket, double share) => TimeSpan.FromMilliseconds(Math.Pow(2, (bucket - 1 + share) / PerDoubling));
}
