using Wenlu.Retrieval.Confidence;

namespace Wenlu.Benchmarks.Confidence;

internal enum TrialKind
{
    /// <summary>A question that the documents answer.</summary>
    Answered,

    /// <summary>One of their own domain that they do not answer.</summary>
    NearMiss,

    /// <summary>One of another domain.</summary>
    Foreign,
}

/// <summary>One question asked of one collection.</summary>
/// <param name="Set">The set that the documents are of.</param>
/// <param name="Size">To how many documents the set was cut down; 0 for the whole set.</param>
/// <param name="Found">Whether a passage of an answering document was among those that confidence reads; otherwise what was found answers nothing.</param>
internal sealed record Trial(string Set, TrialKind Kind, int Size, bool Found, Evidence Evidence)
{
    public bool IsAnswered => Kind == TrialKind.Answered;

    // Whether an answerable question whose answer was not found should be declined is not for the fit to learn.
    public bool Teaches => Found == IsAnswered;

    /// <summary>The features of the model.</summary>
    public double[] Values { get; } = [.. AnswerConfidence.Features.Select(feature => feature.Value(Evidence))];
}
