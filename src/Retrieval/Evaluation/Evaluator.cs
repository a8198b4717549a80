using System.Diagnostics;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>Asks a set's questions, one after the other, as the product would, and measures what is found.</summary>
/// <param name="retriever">Holds the set's documents.</param>
/// <param name="understand">Turns a question into a search, as the product does: follow-ups completed, other wordings added.</param>
/// <param name="depth">How many documents the ranking measures look at, 1 to <see cref="MaxDepth"/>.</param>
public sealed class Evaluator(IRetriever retriever, Func<JudgedQuestion, CancellationToken, ValueTask<SearchQuery>> understand, int depth = Evaluator.DefaultDepth)
{
    /// <summary>As many documents as the usual measures look at.</summary>
    public const int DefaultDepth = 10;

    /// <summary>The most passages that a search returns, and so the most documents.</summary>
    public const int MaxDepth = 50;

    // What a reader is shown. Documents are ranked by more of them, because several passages may be of one document.
    private const int ShownPassages = 10;

    private const int WarmUp = 200;

    internal const string SearchedDocuments = "document";

    // Understanding may ask a model, which costs and does not say the same twice.
    private readonly Dictionary<JudgedQuestion, SearchQuery> understood = new(ReferenceEqualityComparer.Instance);

    /// <summary>Asks every answerable question; the first ones once before, so that what is compiled and cached then is not measured.</summary>
    /// <param name="questions">All of a set; the unanswerable are passed over.</param>
    /// <param name="asked">Told after each question.</param>
    /// <param name="cancellationToken">Stops between two searches.</param>
    public async Task<IReadOnlyList<QuestionResult>> AskAsync(
        IReadOnlyList<JudgedQuestion> questions, IProgress<int>? asked, CancellationToken cancellationToken)
    {
        var answerable = questions.Where(question => question.IsAnswerable).ToList();
        foreach (var question in answerable.Take(WarmUp))
            await retriever.SearchAsync(new SearchQuery(question.Text), cancellationToken);
        var results = new List<QuestionResult>(answerable.Count);
        foreach (var question in answerable)
        {
            results.Add(await AskAsync(question, cancellationToken));
            asked?.Report(results.Count);
        }
        return results;
    }

    /// <summary>Asks what has no answer here: the questions given as such, the others with the documents that answer them left out, and foreign ones.</summary>
    /// <param name="questions">All of a set.</param>
    /// <param name="foreign">Those of another set; may be empty.</param>
    /// <param name="asked">Told after each question.</param>
    /// <param name="cancellationToken">Stops between two searches.</param>
    public async Task<IReadOnlyList<UnanswerableResult>> AskUnanswerableAsync(
        IReadOnlyList<JudgedQuestion> questions, IReadOnlyList<JudgedQuestion> foreign, IProgress<int>? asked, CancellationToken cancellationToken)
    {
        var results = new List<UnanswerableResult>();
        // Only a search of documents is asked how sure it is.
        var all = questions
            .Where(question => question.Collection == SearchedDocuments)
            .Select(question => (Why: question.IsAnswerable ? Unanswerable.NearMiss : Unanswerable.Given, Question: question))
            .Concat(foreign.Select(question => (Why: Unanswerable.Foreign, Question: question)));
        foreach (var (why, question) in all)
        {
            var query = await UnderstandAsync(question, cancellationToken);
            string[] except = why == Unanswerable.NearMiss ? [.. question.RelevantDocuments.Keys] : [];
            var result = await retriever.SearchAsync(query with { TopK = ShownPassages, Except = except }, cancellationToken);
            results.Add(new UnanswerableResult(why, question.Id, question.Text, result.Confidence, result.Answerable) { Kind = question.Kind });
            asked?.Report(results.Count);
        }
        return results;
    }

    private async ValueTask<SearchQuery> UnderstandAsync(JudgedQuestion question, CancellationToken cancellationToken)
    {
        if (!understood.TryGetValue(question, out var query))
            understood[question] = query = await understand(question, cancellationToken) with { Kind = question.Collection };
        return query;
    }

    private async Task<QuestionResult> AskAsync(JudgedQuestion question, CancellationToken cancellationToken)
    {
        var query = await UnderstandAsync(question, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var shown = await retriever.SearchAsync(query with { TopK = ShownPassages }, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var all = await retriever.SearchAsync(query with { TopK = MaxDepth }, cancellationToken);
        string[] documents = [.. all.Hits.Select(hit => hit.DocumentId).Distinct()];
        var scores = Measures.Of(question, documents, shown.Hits, depth);
        return new QuestionResult(
            question.Id, question.Text, query.Text, scores, shown.Confidence, shown.Answerable, elapsed.TotalMilliseconds, [.. documents.Take(depth)])
        {
            Kind = question.Kind,
            Collection = question.Collection,
        };
    }
}
