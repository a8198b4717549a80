using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Search;

/// <summary>One search over one state of the index: every wording is ranked, the rankings fused, the best passages read and judged.</summary>
internal sealed class SearchRun(IndexSearcher searcher, SearchQuery query, Glossary glossary, IReranker? reranker)
{
    // What was asked counts most; a wording that somebody else found for it may be off.
    private const double PhrasingWeight = 0.5;
    private const double PhrasingTrust = 0.9;

    private readonly QueryTerms asked = QueryTerms.Of(query.Text);

    private readonly IReadOnlyList<Wording> wordings = query.Access is { Count: 0 } ? [] : [.. Reword(searcher, query, glossary)];

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var rankings = Rankings(cancellationToken).FindAll(list => list.Ranking.Count > 0);
        if (rankings.Count == 0)
            return SearchResult.Empty;
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Hits));
        var (evidence, confidence) = Judge(hits, ScoreLead.Of(rankings[0].Ranking));
        return new SearchResult([.. hits.Take(query.TopK)], confidence, AnswerConfidence.BandOf(confidence)) { Evidence = evidence };
    }

    private List<RankedList> Rankings(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        var rankings = new List<RankedList> { new(LexicalRanking(lexical, cancellationToken), 1) };
        foreach (var phrasing in query.Phrasings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(new(lexical.Rank(QueryTerms.Of(phrasing)), PhrasingWeight));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return rankings;
    }

    private IReadOnlyList<ScoreDoc> LexicalRanking(LexicalSearch lexical, CancellationToken cancellationToken)
    {
        var rankings = new List<RankedList> { new(lexical.Rank(asked), 1) };
        foreach (var wording in wordings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(new(lexical.Rank(wording.Terms), wording.Weight));
        }
        return BestScore.Fuse(rankings);
    }

    private async ValueTask<IEnumerable<Hit>> RankAsync(IReadOnlyList<ScoreDoc> fused, CancellationToken cancellationToken) => reranker is null
        ? Read(fused)
        : await Reranking.ApplyAsync(reranker, query.Text, [.. Read(fused.Take(Reranking.Depth))], Read(fused.Skip(Reranking.Depth)), cancellationToken);

    private static IEnumerable<Wording> Reword(IndexSearcher searcher, SearchQuery query, Glossary glossary) =>
        QuestionExpansion.Of(query.Text, glossary, new Vocabulary(searcher, query.Kind, LexicalSearch.FilterOf(query.Access)))
            .Select(expansion => new Wording(QueryTerms.Of(expansion.Text), expansion.Weight, expansion.Trust));

    // A passage that answers the question in other words answers the question, as far as those words can be trusted.
    private (Evidence Evidence, double Confidence) Judge(IReadOnlyList<Hit> hits, double lead)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        PassageText[] read = [.. hits.Take(Evidence.Hits).Select(PassageText.Of)];
        return query.Phrasings.Select(phrasing => new Wording(QueryTerms.Of(phrasing), PhrasingWeight, PhrasingTrust))
            .Concat(wordings).Prepend(new Wording(asked, 1, 1))
            .Select(wording => (wording.Trust, Evidence: Evidence.Measure(AskedUnits.Of(wording.Terms.Lexemes, weights.Of), read, lead, weights.Passages)))
            .Select(wording => (wording.Evidence, Confidence: wording.Trust * AnswerConfidence.Of(wording.Evidence)))
            .MaxBy(wording => wording.Confidence);
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score));

    /// <summary>The question as it may have been meant: how much it counts in the ranking, and how sure it is that it was meant.</summary>
    private sealed record Wording(QueryTerms Terms, double Weight, double Trust);
}
