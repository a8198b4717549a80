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
/// <param name="Values">The features of the model; empty when nothing in the passages spoke for an answer, which is not up to the model.</param>
internal sealed record Trial(string Set, TrialKind Kind, int Size, bool Found, double[] Values)
{
    public bool IsAnswered => Kind == TrialKind.Answered;

    // Whether an answerable question whose answer was not found should be declined is not for the fit to learn.
    public bool Teaches => Found == IsAnswered;
}
