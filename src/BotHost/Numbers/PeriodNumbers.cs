namespace Wenlu.BotHost.Numbers;

/// <summary>Where a question came in.</summary>
internal enum Door
{
    Feishu,
    Site,
    Api,
}

/// <summary>What a day came to, or several together.</summary>
/// <param name="Unavailable">Neither answered nor known to be unanswerable: the knowledge base could not be searched.</param>
internal sealed record PeriodNumbers(long Answered, long Unanswered, long Unavailable)
{
    public static readonly PeriodNumbers None = new(0, 0, 0);

    public IReadOnlyDictionary<Door, long> Doors { get; init; } = new Dictionary<Door, long>();

    /// <summary>Votes less those that were taken back, so that one day's may be below zero.</summary>
    public long Helpful { get; init; }

    public long Unhelpful { get; init; }

    /// <summary>Until the first words were there to be read.</summary>
    public LatencyHistogram FirstWords { get; init; } = LatencyHistogram.Empty;

    public LatencyHistogram Finished { get; init; } = LatencyHistogram.Empty;

    /// <summary>As it was last known; null where nobody counted.</summary>
    public KnowledgeSize? Knowledge { get; init; }

    public long Asked => Answered + Unanswered + Unavailable;

    public long Votes => Math.Max(0, Helpful) + Math.Max(0, Unhelpful);

    /// <summary>0 to 1; null where nothing was asked.</summary>
    public double? AnsweredShare => Asked == 0 ? null : (double)Answered / Asked;

    /// <summary>0 to 1; null where nobody voted.</summary>
    public double? HelpfulShare => Votes == 0 ? null : (double)Math.Max(0, Helpful) / Votes;

    public static PeriodNumbers Sum(IReadOnlyCollection<PeriodNumbers> periods) => new(
        periods.Sum(period => period.Answered), periods.Sum(period => period.Unanswered), periods.Sum(period => period.Unavailable))
    {
        Doors = periods.SelectMany(period => period.Doors).GroupBy(door => door.Key).ToDictionary(same => same.Key, same => same.Sum(door => door.Value)),
        Helpful = periods.Sum(period => period.Helpful),
        Unhelpful = periods.Sum(period => period.Unhelpful),
        FirstWords = LatencyHistogram.Merge(periods.Select(period => period.FirstWords)),
        Finished = LatencyHistogram.Merge(periods.Select(period => period.Finished)),
        Knowledge = periods.Select(period => period.Knowledge).LastOrDefault(size => size is not null),
    };
}

internal sealed record KnowledgeSize(long Documents, long Passages);
