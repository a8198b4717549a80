using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Confidence;

namespace Wenlu.Retrieval.Search;

/// <summary>What a search found, and how sure it is that the answer is among it.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Confidence">Estimated probability, 0 to 1, that the hits answer the question.</param>
/// <param name="Band">What that is good enough for: to answer, to answer with a warning, or to decline.</param>
public sealed record SearchResult(IReadOnlyList<Hit> Hits, double Confidence, AnswerBand Band)
{
    /// <summary>A search that found nothing.</summary>
    public static SearchResult Empty { get; } = new([], 0, AnswerBand.Decline);

    /// <summary>Whether the hits may be shown as an answer; false means: say that nothing was found.</summary>
    public bool Answerable => Band != AnswerBand.Decline;

    /// <summary>How the result came about; null unless <see cref="SearchQuery.Explain"/> asked for it.</summary>
    public SearchExplanation? Explanation { get; init; }

    /// <summary>What the confidence was made of, also when nobody asked for an explanation; null when nothing was found.</summary>
    internal ExplainedConfidence? Judged { get; init; }
}

/// <summary>One passage of a document.</summary>
/// <param name="DocumentId">The id of the document it was cut from.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Headings">The headings above the passage, outermost first; without the document's title.</param>
/// <param name="Text">The passage as Markdown.</param>
/// <param name="Score">Higher is better; comparable within one result only.</param>
public sealed record Hit(string DocumentId, string Title, IReadOnlyList<string> Headings, string Text, double Score)
{
    /// <summary>The document's own address, without an anchor.</summary>
    public string? Url { get; init; }

    /// <summary>The anchor of the innermost heading, as a page rendered from the same Markdown has it; null above the first heading.</summary>
    public string? Anchor { get; init; }

    /// <summary>When the document last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The place of the passage in its document, counted from 0.</summary>
    public int ChunkNumber { get; init; }

    /// <summary>
    /// The passages around this one in its document, of any section, in reading order and without it: as many to each side as
    /// <see cref="SearchQuery.Neighbours"/> asks for and the document has, from the same state of the index.
    /// </summary>
    public IReadOnlyList<Chunk> Neighbours { get; init; } = [];

    /// <summary>Other documents, newest first, whose passage says the same (copies, older versions); none that the asker may not read.</summary>
    public IReadOnlyList<HitSource> Duplicates { get; init; } = [];

    /// <summary>The passage's number in the searched state of the index.</summary>
    internal int Place { get; init; }
}

/// <summary>Where else a passage stands.</summary>
/// <param name="DocumentId">The document's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its own address, without an anchor; null when it has none.</param>
/// <param name="Anchor">The anchor of the passage's heading there, or of a mark since; null above the first of either.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record HitSource(string DocumentId, string Title, string? Url, string? Anchor, DateTimeOffset UpdatedAt);
