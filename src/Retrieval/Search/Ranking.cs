namespace Wenlu.Retrieval.Search;

/// <summary>The weights of the fields, where the pairs of the text have 1; measured on several sets, see this project's README.</summary>
internal static class Ranking
{
    public const float Unigrams = 1f;

    // Titles and headings help manuals; more of them hurts where all passages of a document share its title.
    public const float Title = 0.3f;
    public const float Headings = 0.3f;

    /// <summary>How many of the first stage's passages the second stage looks at.</summary>
    public const int Candidates = 200;
}
