namespace Wenlu.Retrieval.Dense;

/// <summary>How far the embedding of an index's passages has come.</summary>
/// <param name="Model">The model whose vectors searches use now; null while there are none.</param>
/// <param name="Dimension">The dimension of those vectors; 0 while there are none.</param>
/// <param name="Embedded">Passages that have a vector of the model wished for.</param>
/// <param name="Missing">Passages that still lack one.</param>
/// <param name="Refused">How many of the missing the model would not embed; they are tried again later.</param>
/// <param name="Quality">
/// How well the serving model tells this index's passages apart, from 0 (as good as random) to 1; 0 until measured.
/// </param>
/// <param name="Failure">What went wrong last, in English; null when nothing did or it went well since.</param>
public sealed record EmbeddingProgress(string? Model, int Dimension, int Embedded, int Missing, int Refused, double Quality, string? Failure)
{
    /// <summary>Nothing is known yet.</summary>
    public static EmbeddingProgress None { get; } = new(null, 0, 0, 0, 0, 0, null);
}
