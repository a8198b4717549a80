namespace Wenlu.Retrieval.Search;

/// <summary>The weights of the fields against the text's bigrams (1), as measured on the development sets (see README.md).</summary>
internal sealed record Ranking
{
    public static Ranking Default { get; set; } = new();

    public float Unigrams { get; init; } = 1f;
    public float Title { get; init; } = 0.3f;
    public float Headings { get; init; } = 0.3f;
    public float TitleUnigrams { get; init; }
    public float HeadingUnigrams { get; init; }

    /// <summary>How many of the first stage's passages the second stage looks at.</summary>
    public int Candidates { get; init; } = 200;
}
