using Lucene.Net.Search;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Understanding;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>One search over one state of the index: every wording is ranked, the rankings fused, the best passages read and judged.</summary>
internal sealed class SearchRun(VisibleSearcher searcher, SearchQuery query, Glossary glossary, EmbeddingIndex? embeddings, IReranker? reranker)
{
    // What was asked counts most; a wording that somebody else found for it may be off.
    private const double PhrasingWeight = 0.5;
    private const double PhrasingTrust = 0.9;

    // Deeper places of the vectors' ranking hardly change the first ten.
    private const int DenseDepth = 100;

    private readonly QueryTerms asked = QueryTerms.Of(query.Text);
    private readonly IReadOnlyList<QueryTerms> phrasings = [.. query.Phrasings.Select(QueryTerms.Of)];
    private ExplainedConfidence? byVectors;
    private readonly SearchTrace? trace = query.Explain ? new SearchTrace(searcher, query, reranks: reranker is not null) : null;

    private readonly IReadOnlyList<Wording> wordings = query.Access is { Count: 0 } ? [] : [.. Reword(searcher, query, glossary)];

    public async ValueTask<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var words = Words(cancellationToken);
        var rankings = await DenseAsync(words, cancellationToken) is { } dense ? [.. words, dense] : words;
        if (rankings.Count == 0)
            return SearchResult.Empty with { Explanation = trace?.Explain([], null) };
        // How sure a search is must not depend on how many hits the caller wants to see.
        var ranked = await RankAsync(ReciprocalRankFusion.Fuse(rankings), cancellationToken);
        var hits = Selection.Choose(ranked, Math.Max(query.TopK, Evidence.Hits));
        var judged = Surer(Judge(hits, words), byVectors);
        var around = new Neighbours(searcher, query.Neighbours);
        Hit[] shown = [.. hits.Take(query.TopK).Select(around.With)];
        return new SearchResult(shown, judged.Probability, AnswerConfidence.BandOf(judged.Probability))
        {
            Judged = judged,
            Explanation = trace?.Explain(shown, judged),
        };
    }

    private List<RankedList> Words(CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(searcher, query);
        var rankings = new List<RankedList> { new(LexicalRanking(lexical, cancellationToken), 1) };
        foreach (var phrasing in phrasings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(Rank(lexical, phrasing, SearchTrace.Phrasing, PhrasingWeight));
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
        if (nearest.Length == 0)
            return null;
        var sureness = Judge([.. Read(ReciprocalRankFusion.Fuse(words).Take(Evidence.Hits))], words).Probability;
        var dense = new RankedList(nearest, DenseWeight.Of(vector.Quality, sureness));
        trace?.Dense(dense);
        byVectors = DenseEvidence.Of(vector, nearest[0].Score);
        return dense;
    }

    private IReadOnlyList<ScoreDoc> LexicalRanking(LexicalSearch lexical, CancellationToken cancellationToken)
    {
        var rankings = new List<RankedList> { Rank(lexical, asked, SearchTrace.Asked, 1) };
        foreach (var wording in wordings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rankings.Add(Rank(lexical, wording.Terms, wording.Reason, wording.Weight));
        }
        return BestScore.Fuse(rankings);
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

    private static IEnumerable<Wording> Reword(VisibleSearcher searcher, SearchQuery query, Glossary glossary) =>
        QuestionExpansion.Of(query.Text, glossary, new Vocabulary(searcher, query.Kind))
            .Select(expansion => new Wording(QueryTerms.Of(expansion.Text), expansion.Weight, expansion.Trust, SearchTrace.ReasonOf(expansion)));

    private static ExplainedConfidence Surer(ExplainedConfidence one, ExplainedConfidence? other) => other?.Probability > one.Probability ? other : one;

    // A passage that answers the question in other words answers the question, as far as those words can be trusted.
    private ExplainedConfidence Judge(IReadOnlyList<Hit> hits, List<RankedList> words)
    {
        IReadOnlyList<ScoreDoc> ranking = words is [var first, ..] ? first.Ranking : [];
        var weights = new TermWeights(searcher, query.Kind);
        PassageText[] read = [.. hits.Take(Evidence.Hits).Select(PassageText.Of)];
        (QueryTerms Terms, double Trust)[] judged =
        [
            (asked, 1),
            .. wordings.Select(wording => (wording.Terms, wording.Trust)),
            .. phrasings.Select(phrasing => (phrasing, PhrasingTrust)),
        ];
        return judged
            .Select((wording, index) => new ExplainedConfidence(index, wording.Trust, FeaturesOf(wording.Terms)))
            .MaxBy(confidence => confidence.Probability)!;

        IReadOnlyList<ConfidenceFeature> FeaturesOf(QueryTerms terms) =>
            AnswerConfidence.Features(Evidence.Measure(
                AskedUnits.Of(terms.Lexemes, weights), read, ScoreShape.Of(ranking, weights.CeilingOf(terms)), weights.Passages));
    }

    private IEnumerable<Hit> Read(IEnumerable<ScoreDoc> ranked) =>
        ranked.Select(scored =>
        {
            var hit = ChunkFields.Read(searcher.Doc(scored.Doc), scored.Score) with { Place = scored.Doc };
            trace?.Read(hit, scored);
            return hit;
        });

    /// <summary>The question as it may have been meant: how much it counts in the ranking, how sure it is that it was meant, and why.</summary>
    private sealed record Wording(QueryTerms Terms, double Weight, double Trust, string Reason);
}
