namespace Wenlu.Retrieval.Confidence;

/// <summary>The estimated probability that the best passages answer a question: a logistic model of the evidence.</summary>
internal static class AnswerConfidence
{
    private const double Intercept = -4.6;

    // Below this, hardly any question was answered by what was found; from the upper one on, hardly any was not.
    private const double LeastToWarn = 0.2;
    private const double LeastToAnswer = 0.6;

    /// <summary>The model: what it looks at, and what a unit of it adds to the logarithm of the odds.</summary>
    public static IReadOnlyList<EvidenceFeature> Features { get; } =
    [
        new("window", evidence => evidence.Window, 1),
        new("coverage", evidence => evidence.Coverage, 5),
        new("amount", evidence => Math.Log(1 + evidence.Amount), 3),
        new("margin", evidence => evidence.Margin, 2),
        new("lead", evidence => evidence.Lead, 2),
        new("passages", evidence => Math.Log(1 + evidence.Passages), -0.4),
    ];

    /// <summary>0 to 1; 0 without evidence.</summary>
    public static double Of(Evidence evidence) => evidence.Coverage <= 0 ? 0 : 1 / (1 + Math.Exp(-LogOddsOf(evidence)));

    /// <summary>What a probability is good enough for.</summary>
    public static AnswerBand BandOf(double probability) => probability switch
    {
        >= LeastToAnswer => AnswerBand.Answer,
        >= LeastToWarn => AnswerBand.Warn,
        _ => AnswerBand.Decline,
    };

    /// <summary>What the probability was made of: the contributions add up to the logarithm of its odds.</summary>
    public static IReadOnlyList<(string Name, double Value, double Contribution)> Explain(Evidence evidence) =>
    [
        ("intercept", 1, Intercept),
        .. Features.Select(feature => (feature.Name, feature.Value(evidence), feature.Weight * feature.Value(evidence))),
    ];

    private static double LogOddsOf(Evidence evidence) => Intercept + Features.Sum(feature => feature.Weight * feature.Value(evidence));
}

/// <summary>A number drawn from the evidence, and its weight in the model.</summary>
internal sealed record EvidenceFeature(string Name, Func<Evidence, double> Value, double Weight);
