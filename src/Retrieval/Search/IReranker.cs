namespace Wenlu.Retrieval.Search;

/// <summary>A model that reads question and passage together: slower than any index and better at the very top.</summary>
public interface IReranker
{
    /// <summary>Judges passages.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="passages">A few dozen texts, each with its title and headings above it.</param>
    /// <param name="cancellationToken">The search's own; the reranker's deadline is its own affair.</param>
    /// <returns>A score for each passage in the order given, higher is better, comparable within this call only; null when it could not judge in time.</returns>
    ValueTask<IReadOnlyList<double>?> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
