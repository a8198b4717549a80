using Lucene.Net.Search;
using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Understanding;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>Remembers what a search did while it runs, so that it can be explained; a search that nobody wants explained has none.</summary>
internal sealed class SearchTrace(VisibleSearcher searcher, SearchQuery query, bool reranks)
{
    public const string Asked = "asked";
    public const string Phrasing = "phrasing";

    private readonly List<TracedWording> wordings = [];
    private readonly Dictionary<(string Document, int Chunk), ScoreDoc> places = [];
    private RankedList? dense;

    /// <summary>What a glossary or a mended word put in the place of what was asked.</summary>
    public static string ReasonOf(Expansion expansion) => $"{expansion.Reason.ToString().ToLowerInvariant()}: {expansion.From} → {expansion.To}";

    public void Ranked(string reason, double weight, QueryTerms terms, IReadOnlyList<ScoreDoc> ranking) => wordings.Add(new(reason, weight, terms, ranking));

    public void Dense(RankedList ranking) => dense = ranking;

    /// <summary>The hit's place in the index, which a hit itself does not say.</summary>
    public void Read(Hit hit, ScoreDoc fused) => places[(hit.DocumentId, hit.ChunkNumber)] = fused;

    /// <summary>Explains the hits that are returned.</summary>
    /// <param name="hits">Each was read.</param>
    /// <param name="confidence">What the confidence was made of; null when nothing was found.</param>
    public SearchExplanation Explain(IReadOnlyList<Hit> hits, ExplainedConfidence? confidence)
    {
        var seesAll = query.Access is null;
        var lexical = new LexicalSearch(searcher, query);
        var explainers = wordings.ConvertAll(wording => new LexicalExplainer(searcher, lexical, wording.Terms));
        return new SearchExplanation(
            [.. wordings.Zip(explainers, (wording, explainer) => new ExplainedWording(wording.Text, wording.Reason, wording.Weight, explainer.Fields(seesAll)))],
            [.. hits.Select(hit => Explain(hit, explainers))],
            seesAll ? confidence : null);
    }

    private ExplainedHit Explain(Hit hit, List<LexicalExplainer> explainers)
    {
        var fused = places[(hit.DocumentId, hit.ChunkNumber)];
        var ranks = wordings
            .Select((wording, index) => (Index: index, At: wording.RankOf(fused.Doc)))
            .Where(found => found.At >= 0)
            .Select(found => explainers[found.Index].Explain(found.Index, found.At + 1, wordings[found.Index].Ranking[found.At]));
        var nearest = RankOf(fused.Doc, dense?.Ranking ?? []);
        return new ExplainedHit(
            hit.DocumentId, hit.ChunkNumber, [.. ranks], nearest < 0 ? null : nearest + 1, nearest < 0 ? null : dense!.Ranking[nearest].Score, fused.Score,
            // The newest of several versions has the score of the best one.
            reranks && hit.Score != fused.Score ? hit.Score : null);
    }

    private static int RankOf(int passage, IReadOnlyList<ScoreDoc> ranking) =>
        ranking.TakeWhile(scored => scored.Doc != passage).Count() is var before && before < ranking.Count ? before : -1;

    private sealed record TracedWording(string Reason, double Weight, QueryTerms Terms, IReadOnlyList<ScoreDoc> Ranking)
    {
        public string Text => string.Join(' ', Terms.Lexemes.Select(lexeme => lexeme.Text));

        public int RankOf(int passage) => SearchTrace.RankOf(passage, Ranking);
    }
}
