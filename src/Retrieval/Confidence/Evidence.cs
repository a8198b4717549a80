namespace Wenlu.Retrieval.Confidence;

/// <summary>What speaks for the best passages answering a question; every part means the same in every corpus.</summary>
/// <param name="Coverage">The largest share of the question's weight that one passage holds, 0 to 1.</param>
/// <param name="Amount">The largest weight that stands together in one passage, in nats: one common word proves less than three rare ones.</param>
/// <param name="Margin">By how large a share of the question that passage surpasses those of any other document, -1 to 1.</param>
/// <param name="Unknown">The share of the question's weight that stands in no passage at all, 0 to 1.</param>
/// <param name="UnknownCode">Whether the question is about a code that stands nowhere.</param>
/// <param name="Shape">Of the scores of the ranking that the passages come from.</param>
/// <param name="Searched">How many passages were searched: among many, one holds half of any question by chance.</param>
internal readonly record struct Evidence(double Coverage, double Amount, double Margin, double Unknown, bool UnknownCode, ScoreShape Shape, int Searched)
{
    /// <summary>How many hits are read: the answer is hardly ever below the fifth, and every further one is a further chance to match by accident.</summary>
    public const int Hits = 5;

    /// <summary>Measures.</summary>
    /// <param name="asked">The question; without any weight there is no evidence.</param>
    /// <param name="passages">The best passages, best first.</param>
    /// <param name="shape">Of the ranking that they come from.</param>
    /// <param name="searched">How many passages were searched.</param>
    public static Evidence Measure(AskedUnits asked, IReadOnlyList<PassageText> passages, ScoreShape shape, int searched)
    {
        if (asked.Total <= 0 || passages.Count == 0)
            return default;
        var readings = passages.Select(passage => PassageReading.Of(passage, asked)).ToArray();
        var best = readings.MaxBy(reading => reading.Window);
        var others = readings.Where(reading => reading.DocumentId != best.DocumentId).Select(reading => reading.Window).DefaultIfEmpty();
        return new Evidence(
            readings.Max(reading => reading.Coverage), best.Window * asked.Total, best.Window - others.Max(), asked.Unknown / asked.Total, asked.NamesUnknownCode, shape,
            searched);
    }
}
