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

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var rankings = Rankings(cancellationToken).FindAll(list => list.Ranking.Count > 0);
        if (rankings.Count == 0)
            return SearchResult.Empty;
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Passages));
        var confidence = ConfidenceIn(hits);
        var around = new Neighbours(searcher, query.Neighbours);
        return new SearchResult([.. hits.Take(query.TopK).Select(around.With)], confidence, confidence >= AnswerConfidence.Threshold);
    }

    private List<RankedList> Rankings(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        var rankings = new List<RankedList> { new(lexical.Rank(asked), 1) };
        foreach (var phrasing in query.Phrasings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(new(lexical.Rank(QueryTerms.Of(phrasing)), PhrasingWeight));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return rankings;
    }

    private async ValueTask<IEnumerable<Hit>> RankAsync(IReadOnlyList<ScoreDoc> fused, CancellationToken cancellationToken) => reranker is null
        ? Read(fused)
        : await Reranking.ApplyAsync(reranker, query.Text, [.. Read(fused.Take(Reranking.Depth))], Read(fused.Skip(Reranking.Depth)), cancellationToken);

    private double ConfidenceIn(IReadOnlyList<Hit> hits)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return AnswerConfidence.Of(Evidence.Measure([.. QuestionUnit.Of(asked.Lexemes)], hits, weights.Of), weights.Passages);
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score) with { Place = scored.Doc });
}
