using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Gaps;

/// <summary>Where something close to a question stands, for whoever is to answer it.</summary>
internal sealed class NearestDocuments(KnowledgeIndex index)
{
    private const int Most = 3;
    private const int Candidates = 8;

    /// <param name="access">Of those who are shown the titles, not of who asked; null reads everything.</param>
    public async Task<IReadOnlyList<NearDocument>> FindAsync(string question, IReadOnlyCollection<string>? access)
    {
        var found = await index.SearchAsync(new SearchQuery(question) { TopK = Candidates, Access = access }, CancellationToken.None);
        return [.. found.Hits.DistinctBy(hit => hit.DocumentId).Take(Most).Select(hit => new NearDocument(hit.DocumentId, hit.Title, Passages.UrlOf(hit)))];
    }
}
