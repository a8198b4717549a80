using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// One search in two stages: the best few hundred passages by pairs of characters and words, then the score of single
/// characters added to those. Same quality as scoring everything with both, at less than half the work.
/// </summary>
internal sealed class LexicalSearch(IndexSearcher searcher, SearchQuery query)
{
    private readonly QueryTerms _terms = QueryTerms.Of(query.Text);
    private readonly Ranking _ranking = Ranking.Default;

    public SearchResult Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var candidates = FirstStage();
        cancellationToken.ThrowIfCancellationRequested();
        if (candidates.ScoreDocs.Length == 0) return SearchResult.Empty;
        var hits = Selection.Choose(Read(SecondStage(candidates)), query.TopK);
        var confidence = AnswerConfidence.Of(EvidenceIn(hits));
        return new SearchResult(hits, confidence, AnswerConfidence.IsAnswerable(confidence));
    }

    private TopDocs FirstStage()
    {
        var found = Find(FirstStageQuery());
        return found.ScoreDocs.Length > 0 ? found : Find(SinglesQuery());
    }

    private TopDocs Find(Query wanted)
    {
        if (query.Access is null) return searcher.Search(wanted, _ranking.Candidates);
        if (query.Access.Count == 0) return new TopDocs(0, [], 0);
        var filter = new TermsFilter(query.Access.Select(label => new Term(ChunkFields.Access, label)).ToArray());
        return searcher.Search(new FilteredQuery(wanted, filter), _ranking.Candidates);
    }

    private TopDocs SecondStage(TopDocs candidates) =>
        // Rescoring more than was found throws.
        QueryRescorer.Rescore(searcher, candidates, SinglesQuery(), _ranking.Unigrams, candidates.ScoreDocs.Length);

    private BooleanQuery FirstStageQuery()
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Bigrams(query.Kind), _terms.Pairs, 1);
        AddTerms(any, ChunkFields.TitleBigrams(query.Kind), _terms.Pairs, _ranking.Title);
        AddTerms(any, ChunkFields.HeadingBigrams(query.Kind), _terms.Pairs, _ranking.Headings);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), _terms.Lone, 1);
        AddTerms(any, ChunkFields.TitleUnigrams(query.Kind), _terms.Lone, _ranking.Title);
        AddTerms(any, ChunkFields.HeadingUnigrams(query.Kind), _terms.Lone, _ranking.Headings);
        return any;
    }

    private BooleanQuery SinglesQuery()
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), _terms.Singles, 1);
        AddTerms(any, ChunkFields.TitleUnigrams(query.Kind), _terms.Singles, _ranking.TitleUnigrams);
        AddTerms(any, ChunkFields.HeadingUnigrams(query.Kind), _terms.Singles, _ranking.HeadingUnigrams);
        return any;
    }

    private static void AddTerms(BooleanQuery any, string field, IReadOnlyList<string> terms, float weight)
    {
        if (weight == 0) return;
        foreach (var term in terms)
            any.Add(new TermQuery(new Term(field, term)) { Boost = weight }, Occur.SHOULD);
    }

    internal Evidence EvidenceIn(IReadOnlyList<Hit> hits)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return Evidence.Measure([.. QuestionUnit.Of(_terms.Lexemes)], hits, weights.Of);
    }

    private IEnumerable<Hit> Read(TopDocs ranked) =>
        ranked.ScoreDocs.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score));
}
