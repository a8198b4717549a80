using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Fusion;

/// <summary>Puts the best passages into a reranker's order; one that does not answer in time leaves the order that was there.</summary>
internal static class Reranking
{
    /// <summary>How many passages a reranker reads: more take longer than an asker waits, and below these an answer is hardly ever found.</summary>
    public const int Depth = 30;

    /// <summary>The best hits as the reranker orders them, with its scores, and then the rest.</summary>
    public static async ValueTask<IEnumerable<Hit>> ApplyAsync(
        IReranker reranker, string question, IReadOnlyList<Hit> best, IEnumerable<Hit> rest, CancellationToken cancellationToken)
    {
        var scores = await reranker.ScoreAsync(question, [.. best.Select(TextOf)], cancellationToken);
        return scores is null ? best.Concat(rest) : Order(best, scores, rest);
    }

    /// <summary>By falling score, equal ones as they were; the rest keeps its order below the lowest of them.</summary>
    /// <exception cref="ArgumentException">There is not one finite score for each of the best.</exception>
    public static IEnumerable<Hit> Order(IReadOnlyList<Hit> best, IReadOnlyList<double> scores, IEnumerable<Hit> rest)
    {
        if (scores.Count != best.Count || !scores.All(double.IsFinite))
            throw new ArgumentException("A reranker has to give one finite score for each passage.", nameof(scores));
        var ordered = best.Zip(scores, (hit, score) => hit with { Score = score }).OrderByDescending(hit => hit.Score).ToList();
        var lowest = ordered is [.., var last] ? last.Score : 0;
        return ordered.Concat(rest.Select((hit, place) => hit with { Score = lowest - place - 1 }));
    }

    private static string TextOf(Hit hit) => string.Join('\n', [hit.Title, .. hit.Headings, hit.Text]);
}
