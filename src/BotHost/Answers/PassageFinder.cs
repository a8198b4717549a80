using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Operations;
using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>Searches with the asker's rights: passages of documents, and questions that were answered before.</summary>
internal sealed partial class PassageFinder(IRetriever retriever, ILogger<PassageFinder> logger, PastAnswers? past = null)
{
    private const int MostRelated = 3;

    // Some are the question itself or wordings of one another, some share only common words.
    private const int Candidates = 16;

    public async Task<Findings> FindAsync(UnderstoodQuestion understood, Question question, CancellationToken cancellationToken)
    {
        var (standalone, language) = (understood.Standalone, understood.Language);
        using var activity = BotTelemetry.Activities.StartActivity(BotTelemetry.Spans.Search);
        var query = new SearchQuery(standalone) { TopK = Passages.Most, Phrasings = understood.Phrasings, Neighbours = PassageContext.Reach };
        var known = await retriever.SearchAsync(query with { Access = question.Access }, cancellationToken);
        var result = question.Attached.Count == 0 ? known : await WithAttachedAsync(known, query, question, cancellationToken);
        activity?.SetTag("wenlu.search.hits", result.Hits.Count).SetTag("wenlu.search.confidence", result.Confidence);
        var related = await FindRelatedAsync(standalone, question, cancellationToken);
        return new(standalone, language, result.Hits, result.Confidence, result.Band, Passages.From(result.Hits), related);
    }

    /// <summary>Indexing keeps a processor busy: it has a thread of its own.</summary>
    private async Task<SearchResult> WithAttachedAsync(SearchResult known, SearchQuery query, Question question, CancellationToken cancellationToken)
    {
        var attached = await Task.Run(() => AttachedPassages.SearchAsync(question.Attached, retriever.Glossary, query, cancellationToken), cancellationToken);
        if (question.MeantDocument is { } meant && !attached.Answerable)
            attached = AttachedPassages.Beginning(question.Attached.FirstOrDefault(document => document.Id == meant) ?? question.Attached[^1]);
        return AttachedPassages.Merge(known, attached, isMeant: question.MeantDocument is not null);
    }

    /// <summary>An answer without related questions is still an answer.</summary>
    public async Task<IReadOnlyList<RelatedQuestion>> FindRelatedAsync(string standalone, Question question, CancellationToken cancellationToken)
    {
        try
        {
            var query = new SearchQuery(standalone) { TopK = Candidates, Kind = "question", Access = question.Access };
            var found = await retriever.SearchAsync(query, cancellationToken);
            return await Task.WhenAll(RelatedQuestions.Choose([standalone, question.Text], found.Hits, MostRelated, retriever.Glossary).Select(RelateAsync));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RelatedFailed(logger, exception.GetType().Name);
            return [];
        }
    }

    /// <summary>A question whose stored answer has outlived its sources is worth asking, and its page is not worth a link.</summary>
    private async Task<RelatedQuestion> RelateAsync(Hit hit) => past is not null && await past.IsOutdatedAsync(hit.DocumentId)
        ? new(hit.Title, null)
        : new(hit.Title, Passages.UrlOf(hit with { Anchor = null }));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The search for related questions failed ({Failure}).")]
        public static partial void RelatedFailed(ILogger logger, string failure);
    }
}
