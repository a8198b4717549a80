namespace Wenlu.Retrieval.Search;

/// <summary>The weights of the fields, where the pairs of the text have 1; measured on several sets, see this project's README.</summary>
internal static class Ranking
{
    public const float Unigrams = 1f;

    // Titles and headings help manuals; more of them hurts where all passages of a document share its title.
    public const float Title = 0.3f;
    public const float Headings = 0.3f;

    // What a question gains that is, word for word, the name of a section; one that says half of it gains a sixteenth of that.
    public const double Name = 1;
    public const int NameExponent = 4;

    /// <summary>How many of the first stage's passages the second stage looks at.</summary>
    public const int Candidates = 200;

    // What meets within a sentence or so counts as much again as what is anywhere in the passage.
    public const float Meeting = 1f;

    /// <summary>How many of the second stage's passages the third stage reads.</summary>
    public const int Read = 30;
}
