using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>What a question came to before anything is written: its standalone form and what was found for it.</summary>
/// <param name="Confidence">Estimated probability, 0 to 1, that the hits answer the question.</param>
/// <param name="Band">What that is good enough for; a model is not asked when it is to be declined.</param>
internal sealed record Findings(
    string Standalone,
    Language Language,
    IReadOnlyList<Hit> Hits,
    double Confidence,
    AnswerBand Band,
    IReadOnlyList<Reference> Passages,
    IReadOnlyList<RelatedQuestion> Related)
{
    // Scores add up the words that question and passage share: with half of the best one's a passage is about something else.
    private const double LeastShareOfBest = 0.5;

    public bool Answerable => Band != AnswerBand.Decline;

    /// <summary>The hits that may be shown to people as they are. A model judges the weaker ones itself; a reader should not have to.</summary>
    public IEnumerable<Hit> Relevant => Hits.Where(hit => hit.Score >= Hits[0].Score * LeastShareOfBest);
}
