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
    private readonly QueryTerms terms = QueryTerms.Of(query.Text);

    public SearchResult Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var candidates = FirstStage();
        cancellationToken.ThrowIfCancellationRequested();
        if (candidates.ScoreDocs.Length == 0)
            return SearchResult.Empty;
        var ranked = new SecondStage(searcher, SinglesQuery(), SectionName.Asked(terms.Content)).Rescore(candidates.ScoreDocs);
        // How sure a search is must not depend on how many hits the caller wants to see.
        var hits = Selection.Choose(Read(ranked), Math.Max(query.TopK, Evidence.Passages));
        var confidence = ConfidenceIn(hits);
        return new SearchResult([.. hits.Take(query.TopK)], confidence, confidence >= AnswerConfidence.Threshold);
    }

    private TopDocs FirstStage()
    {
        var found = Find(FirstStageQuery());
        return found.ScoreDocs.Length > 0 ? found : Find(SinglesQuery());
    }

    private TopDocs Find(Query asked)
    {
        var wanted = WithoutExcepted(asked);
        if (query.Access is null)
            return searcher.Search(wanted, Ranking.Candidates);
        if (query.Access.Count == 0)
            return new TopDocs(0, [], 0);
        var filter = new TermsFilter(query.Access.Select(label => new Term(ChunkFields.Access, label)).ToArray());
        return searcher.Search(new FilteredQuery(wanted, filter), Ranking.Candidates);
    }

    private Query WithoutExcepted(Query asked)
    {
        if (query.Except.Count == 0)
            return asked;
        var rest = new BooleanQuery(disableCoord: true) { { asked, Occur.MUST } };
        foreach (var id in query.Except)
            rest.Add(new TermQuery(ChunkFields.KeyOf(query.Kind, id)), Occur.MUST_NOT);
        return rest;
    }

    private BooleanQuery FirstStageQuery()
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Bigrams(query.Kind), terms.Pairs, 1);
        AddTerms(any, ChunkFields.TitleBigrams(query.Kind), terms.Pairs, Ranking.Title);
        AddTerms(any, ChunkFields.HeadingBigrams(query.Kind), terms.Pairs, Ranking.Headings);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), terms.Lone, 1);
        AddTerms(any, ChunkFields.TitleUnigrams(query.Kind), terms.Lone, Ranking.Title);
        AddTerms(any, ChunkFields.HeadingUnigrams(query.Kind), terms.Lone, Ranking.Headings);
        return any;
    }

    private BooleanQuery SinglesQuery()
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), terms.Singles, 1);
        return any;
    }

    private static void AddTerms(BooleanQuery any, string field, IReadOnlyList<string> terms, float weight)
    {
        foreach (var term in terms)
            any.Add(new TermQuery(new Term(field, term)) { Boost = weight }, Occur.SHOULD);
    }

    private double ConfidenceIn(IReadOnlyList<Hit> hits)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return AnswerConfidence.Of(Evidence.Measure([.. QuestionUnit.Of(terms.Lexemes)], hits, weights.Of), weights.Passages);
    }

    private IEnumerable<Hit> Read(IReadOnlyList<ScoreDoc> ranked) =>
        ranked.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score));
}
