namespace Wenlu.Retrieval.Dense;

/// <summary>What makes vectors comparable: those of another space mean nothing here.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Dimensions">The dimension asked for; null when the model chose.</param>
/// <param name="PassagePrefix">What stood before every passage.</param>
/// <param name="QueryPrefix">What has to stand before a question.</param>
internal sealed record EmbeddingSpace(string Model, int? Dimensions, string PassagePrefix, string QueryPrefix)
{
    /// <summary>Whether passages embedded there need not be embedded again; how questions are asked may differ.</summary>
    public bool HasPassagesOf(EmbeddingSpace other) => this with { QueryPrefix = other.QueryPrefix } == other;
}
