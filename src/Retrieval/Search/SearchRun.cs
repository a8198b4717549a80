using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Search;

/// <summary>One search over one state of the index: every wording is ranked, the rankings fused, the best passages read and judged.</summary>
internal sealed class SearchRun(IndexSearcher searcher, SearchQuery query, Glossary glossary, EmbeddingIndex? embeddings, IReranker? reranker)
{
    // What was asked counts most; a wording that somebody else found for it may be off.
    private const double PhrasingWeight = 0.5;

    // Deeper places of the vectors' ranking hardly change the first ten.
    private const int DenseDepth = 100;

    private readonly QueryTerms asked = QueryTerms.Of(query.Text);

    private readonly IReadOnlyList<Wording> wordings = query.Access is { Count: 0 } ? [] : [.. Reword(searcher, query, glossary)];

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var words = Words(cancellationToken);
        var rankings = await DenseAsync(words, cancellationToken) is { } dense ? [.. words, dense] : words;
        if (rankings.Count == 0)
            return SearchResult.Empty;
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Passages));
        var confidence = ConfidenceIn(hits);
        return new SearchResult([.. hits.Take(query.TopK)], confidence, confidence >= AnswerConfidence.Threshold);
    }

    private List<RankedList> Words(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        var rankings = new List<RankedList> { new(LexicalRanking(lexical, cancellationToken), 1) };
        foreach (var phrasing in query.Phrasings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(new(lexical.Rank(QueryTerms.Of(phrasing)), PhrasingWeight));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return rankings.FindAll(ranking => ranking.Ranking.Count > 0);
    }

    /// <summary>Null when there are no vectors, none in time, or nothing may be seen.</summary>
    private async ValueTask<RankedList?> DenseAsync(List<RankedList> words, CancellationToken cancellationToken)
    {
        if (embeddings is null || query.Access is { Count: 0 } || await embeddings.Dense.EmbedAsync(query.Text, cancellationToken) is not { } vector)
            return null;
        var nearest = DenseSide.Find(searcher, query.Kind, vector, LexicalSearch.FilterOf(query.Access), query.Except, DenseDepth);
        var sureness = ConfidenceIn([.. Read(ReciprocalRankFusion.Fuse(words).Take(Evidence.Passages))]);
        return nearest.Length == 0 ? null : new(nearest, DenseWeight.Of(vector.Quality, sureness));
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

    // A passage that answers the question in the glossary's words answers the question.
    private double ConfidenceIn(IReadOnlyList<Hit> hits) =>
        wordings.Select(wording => wording.Trust * ConfidenceIn(hits, wording.Terms)).Append(ConfidenceIn(hits, asked)).Max();

    private double ConfidenceIn(IReadOnlyList<Hit> hits, QueryTerms terms)
    {
        var weights = new TermWeights(searcher.IndexReader, query.Kind);
        return AnswerConfidence.Of(Evidence.Measure([.. QuestionUnit.Of(terms.Lexemes)], hits, weights.Of), weights.Passages);
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored => ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score));

    /// <summary>The question as it may have been meant: how much it counts in the ranking, and how sure it is that it was meant.</summary>
    private sealed record Wording(QueryTerms Terms, double Weight, double Trust);
}
