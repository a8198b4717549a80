using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// The estimated probability that the best passages answer a question: a logistic model of the evidence and of the number of
/// passages, since among many passages one holds half of any question by chance.
/// </summary>
/// <remarks>
/// Fitted for the threshold, not for the likelihood: groups of questions weigh the same, a refused answerable one three times a
/// foreign one, more beyond 5 %. The groups are four sets (encyclopedia in both scripts, FAQ answers, a manual), whole and cut
/// down to 1, 2, 5 and 30 documents; asked their own questions, those of another domain, and their own with the answering
/// documents removed. Questions whose document was not among the first five hits were left out. Figures in the project's README.
/// </remarks>
internal static class AnswerConfidence
{
    /// <summary>From here on a question counts as answerable.</summary>
    public const double Threshold = 0.5;

    /// <summary>What the probability is made of; empty without evidence.</summary>
    /// <param name="evidence">What the best passage holds.</param>
    /// <param name="passages">How many were searched.</param>
    public static IReadOnlyList<ConfidenceFeature> Features(Evidence evidence, int passages) => evidence.Coverage <= 0
        ? []
        :
        [
            new("intercept", 1, -9.84),
            new("coverage", evidence.Coverage, 21.42 * evidence.Coverage),
            new("ln(1 + amount)", Math.Log(1 + evidence.Amount), 3.85 * Math.Log(1 + evidence.Amount)),
            new("ln(1 + passages)", Math.Log(1 + passages), -1.33 * Math.Log(1 + passages)),
        ];

    /// <summary>0 to 1; 0 without evidence.</summary>
    /// <param name="features">From <see cref="Features"/>.</param>
    public static double Of(IReadOnlyList<ConfidenceFeature> features) =>
        features.Count == 0 ? 0 : 1 / (1 + Math.Exp(-features.Sum(feature => feature.Contribution)));
}
