using Lucene.Net.Search;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>Takes the lexical score of a passage apart, with the queries that made it.</summary>
internal sealed class LexicalExplainer(VisibleSearcher searcher, LexicalSearch lexical, QueryTerms terms)
{
    private readonly IReadOnlyList<FieldScorer> first = FieldScorer.Of(searcher, lexical.FirstStageQuery(terms));
    private readonly IReadOnlyList<FieldScorer> second = FieldScorer.Of(searcher, lexical.SinglesQuery(terms));
    private readonly SecondStage stage = new(searcher, lexical.SinglesQuery(terms), SectionName.Asked(terms.Content));
    private readonly ThirdStage third = lexical.ThirdStage(terms);

    /// <summary>What was looked up; a field that both stages look into has the terms of both.</summary>
    public IReadOnlyList<ExplainedField> Fields(bool withFrequencies) =>
        [.. first.Concat(second)
            .Select(scorer => scorer.Explain(withFrequencies))
            .GroupBy(field => (field.Name, field.Weight))
            .Select(same => new ExplainedField(same.Key.Name, same.Key.Weight, [.. same.SelectMany(field => field.Terms).Distinct()]))];

    public ExplainedRank Explain(int wording, int rank, ScoreDoc scored) =>
        new(wording, rank, scored.Score, ScoresOf(scored.Doc), stage.LiftOf(scored.Doc), rank <= Ranking.Read ? third.GainOf(scored.Doc) : 0);

    private Dictionary<string, double> ScoresOf(int passage)
    {
        var scores = new Dictionary<string, double>();
        Add(first, 1);
        // No pair of the question is anywhere: the single characters have found the passage, and then count once more.
        if (scores.Count == 0)
            Add(second, 1);
        Add(second, Ranking.Unigrams);
        return scores;

        void Add(IEnumerable<FieldScorer> scorers, double weight)
        {
            foreach (var scorer in scorers)
                if (scorer.Score(passage) is > 0 and var score)
                    scores[scorer.Name] = scores.GetValueOrDefault(scorer.Name) + (weight * score);
        }
    }
}
