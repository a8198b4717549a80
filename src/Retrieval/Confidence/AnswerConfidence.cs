using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>The estimated probability that the best passages answer a question: a logistic model of the evidence.</summary>
/// <remarks>
/// Fitted by <c>tests/Benchmarks -- confidence</c> on six sets (encyclopedia in both scripts, FAQ answers, a manual, the seeds, small
/// invented knowledge bases), whole and cut down to 1, 2, 5, 30 and 200 documents; asked their own questions, those of another
/// domain, and their own with the answering documents taken out. Sets and kinds of questions weigh the same, half of all weight is
/// on answerable ones, and questions whose document was not among the first five hits were left out. Figures in the project's README.
/// </remarks>
internal static class AnswerConfidence
{
    private const double Intercept = -3.91;

    // Below this, hardly any question was answered by what was found; from the upper one on, hardly any was not.
    private const double LeastToWarn = 0.15;
    private const double LeastToAnswer = 0.55;

    // Set by hand: who asks for E9999 is not helped by what is said of E4021, and no set has such questions to learn it from.
    private static readonly EvidenceFeature UnknownCode = new("unknown code", evidence => evidence.UnknownCode ? 1 : 0, -3);

    /// <summary>What the model looks at, and what a unit of it adds to the logarithm of the odds.</summary>
    public static IReadOnlyList<EvidenceFeature> Model { get; } =
    [
        new("coverage", evidence => evidence.Coverage, 0.74),
        new("ln(1 + amount)", evidence => Math.Log(1 + evidence.Amount), 1.61),
        new("margin", evidence => evidence.Margin, 1.63),
        new("unknown", evidence => evidence.Unknown, -1.43),
        new("lead", evidence => evidence.Shape.Lead, 1.75),
        new("share of the best score", evidence => evidence.Shape.Share, 3.18),
        new("ln(1 + passages)", evidence => Math.Log(1 + evidence.Searched), -0.38),
    ];

    /// <summary>What the probability is made of; empty without evidence.</summary>
    public static IReadOnlyList<ConfidenceFeature> Features(Evidence evidence) => evidence.Coverage <= 0
        ? []
        : [new("intercept", 1, Intercept), .. Model.Select(feature => feature.In(evidence)), UnknownCode.In(evidence)];

    /// <summary>0 to 1; 0 without evidence.</summary>
    /// <param name="features">From <see cref="Features"/>.</param>
    public static double Of(IReadOnlyList<ConfidenceFeature> features) =>
        features.Count == 0 ? 0 : 1 / (1 + Math.Exp(-features.Sum(feature => feature.Contribution)));

    /// <summary>What a probability is good enough for.</summary>
    public static AnswerBand BandOf(double probability) => probability switch
    {
        >= LeastToAnswer => AnswerBand.Answer,
        >= LeastToWarn => AnswerBand.Warn,
        _ => AnswerBand.Decline,
    };
}

/// <summary>A number drawn from the evidence, and its weight in the model.</summary>
internal sealed record EvidenceFeature(string Name, Func<Evidence, double> Value, double Weight)
{
    public ConfidenceFeature In(Evidence evidence) => new(Name, Value(evidence), Weight * Value(evidence));
}
