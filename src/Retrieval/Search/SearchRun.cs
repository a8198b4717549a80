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

    private readonly List<(QueryTerms Terms, IReadOnlyList<ScoreDoc> Ranking)> wordings = [];

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var rankings = Rankings(cancellationToken).FindAll(list => list.Ranking.Count > 0);
        if (rankings.Count == 0)
            return SearchResult.Empty;
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Hits));
        var evidence = EvidenceIn(hits);
        var confidence = AnswerConfidence.Of(evidence);
        return new SearchResult([.. hits.Take(query.TopK)], confidence, AnswerConfidence.BandOf(confidence)) { Evidence = evidence };
    }

    private List<RankedList> Rankings(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        foreach (var wording in query.Phrasings.Prepend(query.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var terms = QueryTerms.Of(wording);
            wordings.Add((terms, lexical.Rank(terms)));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return [.. wordings.Select((wording, place) => new RankedList(wording.Ranking, place == 0 ? 1 : PhrasingWeight))];
    }

    private async ValueTask<IEnumerable<Hit>> RankAsync(IReadOnlyList<ScoreDoc> fused, CancellationToken cancellationToken) => reranker is null
        ? Read(fused)
        : await Reranking.ApplyAsync(reranker, query.Text, [.. Read(fused.Take(Reranking.Depth))], Read(fused.Skip(Reranking.Depth)), cancellationToken);

    // What answers one wording of the question answers the question.
    private Evidence EvidenceIn(IReadOnlyList<Hit> hits)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return wordings
            .Select(wording => Evidence.Measure(AskedUnits.Of(wording.Terms.Lexemes, weights.Of), hits, ScoreLead.Of(wording.Ranking), weights.Passages))
            .MaxBy(AnswerConfidence.Of);
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score));
}
