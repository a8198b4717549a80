using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>One search over one state of the index: every wording is ranked, the rankings fused, the best passages read and judged.</summary>
internal sealed class SearchRun(IndexSearcher searcher, SearchQuery query, IReranker? reranker)
{
    // What was asked counts most; a wording that somebody else found for it may be off.
    private const double PhrasingWeight = 0.5;

    private readonly QueryTerms asked = QueryTerms.Of(query.Text);
    private readonly SearchTrace? trace = query.Explain ? new SearchTrace(searcher, query) : null;

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var rankings = Rankings(cancellationToken).FindAll(list => list.Ranking.Count > 0);
        if (rankings.Count == 0)
            return SearchResult.Empty with { Explanation = trace?.Explain([], []) };
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Passages));
        var features = FeaturesOf(hits);
        var confidence = AnswerConfidence.Of(features);
        Hit[] shown = [.. hits.Take(query.TopK)];
        return new SearchResult(shown, confidence, confidence >= AnswerConfidence.Threshold) { Explanation = trace?.Explain(shown, features) };
    }

    private List<RankedList> Rankings(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        var rankings = new List<RankedList> { Rank(lexical, asked, SearchTrace.Asked, 1) };
        foreach (var phrasing in query.Phrasings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(Rank(lexical, QueryTerms.Of(phrasing), SearchTrace.Phrasing, PhrasingWeight));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return rankings;
    }

    private RankedList Rank(LexicalSearch lexical, QueryTerms terms, string reason, double weight)
    {
        var ranking = lexical.Rank(terms);
        trace?.Ranked(reason, weight, terms, ranking);
        return new(ranking, weight);
    }

    private async ValueTask<IEnumerable<Hit>> RankAsync(IReadOnlyList<ScoreDoc> fused, CancellationToken cancellationToken) => reranker is null
        ? Read(fused)
        : await Reranking.ApplyAsync(reranker, query.Text, [.. Read(fused.Take(Reranking.Depth))], Read(fused.Skip(Reranking.Depth)), cancellationToken);

    private IReadOnlyList<ConfidenceFeature> FeaturesOf(IReadOnlyList<Hit> hits)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return AnswerConfidence.Features(Evidence.Measure([.. QuestionUnit.Of(asked.Lexemes)], hits, weights.Of), weights.Passages);
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored =>
        {
            var hit = ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score);
            trace?.Read(hit, scored);
            return hit;
        });
}
