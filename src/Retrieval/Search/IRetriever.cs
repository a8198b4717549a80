using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Search;

/// <summary>Finds the passages that answer a question best.</summary>
public interface IRetriever
{
    /// <summary>By what other names things go, as searches use it at the moment; without entries where nobody keeps one.</summary>
    Glossary Glossary => Glossary.Empty;

    /// <summary>Runs one search over what is visible at the moment of the call.</summary>
    /// <param name="query">What to look for; bad values throw <see cref="ArgumentException"/> before anything runs.</param>
    /// <param name="cancellationToken">Gives the search up; partial results are never returned.</param>
    /// <returns>Hits, best first, at most <see cref="SearchQuery.TopK"/>; empty when nothing matches.</returns>
    ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken);
}
