using System.Diagnostics;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Benchmarks.Search;

/// <summary>Searches one after the other, as one thread can.</summary>
internal static class SearchTimer
{
    /// <summary>Milliseconds by the clock.</summary>
    public static async Task<Samples> RunAsync(DocumentIndex index, List<SearchQuery> queries)
    {
        var milliseconds = new List<double>();
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            await index.SearchAsync(query, CancellationToken.None);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Samples(milliseconds);
    }
}
