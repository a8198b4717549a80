namespace Wenlu.Retrieval.Dense;

/// <summary>Which model embeds passages and questions, and how hard it may be worked.</summary>
/// <param name="Model">The model's name, handed to the factory of generators and kept with the vectors; another name re-embeds everything.</param>
public sealed record EmbeddingOptions(string Model)
{
    /// <summary>The dimension asked of a model that offers several; null for the model's own. A change re-embeds everything.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Put before every passage, for models trained with such a prefix. A change re-embeds everything.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Put before every question, for models trained with such a prefix or instruction.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Texts in one request, 1 or more. 10 is what the strictest of the large services accepts.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>Characters in one request, 1 or more; a longer text goes alone.</summary>
    public int BatchCharacters { get; init; } = 8000;

    /// <summary>Requests under way at the same time while passages are embedded, 1 or more.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>
    /// Requests for passages that may begin in a minute, 1 or more; questions are not counted. 300 is a usual limit of small accounts.
    /// </summary>
    public int RequestsPerMinute { get; init; } = 300;

    /// <summary>How long a search waits for its question's vector before it goes on without. Somebody is waiting for an answer.</summary>
    public TimeSpan QueryDeadline { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>
    /// How long vectors that no passage needs any more are kept, in case their text comes back (an index fed again, a change undone).
    /// </summary>
    public TimeSpan UnusedKept { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Labels of the passages that the model's worth is measured on; null for all. The worth weighs in everybody's ranking: measured on
    /// passages that hardly anybody may read, it would tell of them.
    /// </summary>
    public IReadOnlyCollection<string>? MeasuredOn { get; init; }

    internal EmbeddingSpace Space => new(Model, Dimensions, PassagePrefix, QueryPrefix);

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Model);
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimensions ?? 1, 1, nameof(Dimensions));
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchCharacters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestsPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(QueryDeadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(UnusedKept, TimeSpan.Zero);
    }
}
