using Wenlu.BotHost.Operations;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>Searches with the asker's rights: passages of documents, and questions that were answered before.</summary>
internal sealed partial class PassageFinder(IRetriever retriever, ILogger<PassageFinder> logger)
{
    private const int MostRelated = 3;

    public async Task<Findings> FindAsync(string standalone, Question question, Language language, CancellationToken cancellationToken)
    {
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.Search);
        var result = await retriever.SearchAsync(
            new SearchQuery(standalone) { TopK = Passages.Most, Access = question.Access, Neighbours = PassageContext.Reach }, cancellationToken);
        activity?.SetTag("wenlu.search.hits", result.Hits.Count).SetTag("wenlu.search.confidence", result.Confidence);
        var related = await RelatedAsync(standalone, question, cancellationToken);
        return new(standalone, language, result.Hits, result.Confidence, result.Answerable && result.Hits.Count > 0, Passages.From(result.Hits), related);
    }

    // An answer without related questions is still an answer.
    private async Task<IReadOnlyList<RelatedQuestion>> RelatedAsync(string standalone, Question question, CancellationToken cancellationToken)
    {
        try
        {
            var query = new SearchQuery(standalone) { TopK = (MostRelated + 1) * 2, Kind = "question", Access = question.Access };
            return Related(await retriever.SearchAsync(query, cancellationToken), standalone, question.Text);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RelatedFailed(logger, exception.GetType().Name);
            return [];
        }
    }

    private static List<RelatedQuestion> Related(SearchResult result, string standalone, string asked) =>
        [.. result.Hits.DistinctBy(hit => hit.DocumentId)
            .Where(hit => !IsSame(hit.Title, standalone) && !IsSame(hit.Title, asked))
            .Take(MostRelated)
            .Select(hit => new RelatedQuestion(hit.Title, Passages.UrlOf(hit with { Anchor = null })))];

    private static bool IsSame(string one, string other) => string.Equals(Letters(one), Letters(other), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The search for related questions failed ({Failure}).")]
        public static partial void RelatedFailed(ILogger logger, string failure);
    }
}
