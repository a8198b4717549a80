namespace Wenlu.Retrieval.Evaluation;

/// <summary>A question together with what should be found for it.</summary>
/// <param name="Id">Unique in its dataset.</param>
/// <param name="Text">As a person would ask it; with a history, possibly a follow-up that means nothing by itself.</param>
/// <param name="Judgements">What people judged; a question without a relevant document is one that the documents do not answer.</param>
public sealed record JudgedQuestion(string Id, string Text, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>What was said before, oldest first.</summary>
    public IReadOnlyList<EarlierTurn> History { get; init; } = [];

    /// <summary>A free label; figures are also given for each.</summary>
    public string? Kind { get; init; }

    /// <summary>Where it is asked, see <see cref="SourceDocument.Kind"/>: where the documents are that answer it.</summary>
    public string Collection { get; init; } = "document";

    /// <summary>Whether any document answers it.</summary>
    public bool IsAnswerable => Judgements.Any(judgement => judgement.Relevance > 0);

    /// <summary>Whether it is known where in a document the answer stands.</summary>
    public bool HasHeadings => Judgements.Any(judgement => judgement.Relevance > 0 && judgement.Heading is not null);

    /// <summary>The documents that answer it, each with its highest relevance.</summary>
    public IReadOnlyDictionary<string, int> RelevantDocuments { get; } = Judgements
        .Where(judgement => judgement.Relevance > 0)
        .GroupBy(judgement => judgement.DocumentId)
        .ToDictionary(document => document.Key, document => document.Max(judgement => judgement.Relevance));
}

/// <summary>One exchange before a question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered; may be empty.</param>
public sealed record EarlierTurn(string Question, string Answer);

/// <summary>What a person judged of one document, or of one section of it.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Relevance">0 not relevant, 1 relevant, 2 the best; more is allowed.</param>
public sealed record Judgement(string DocumentId, int Relevance)
{
    /// <summary>
    /// The section that answers: its heading's text, or a path of headings such as <c>A &gt; B</c>. Null when any passage of the
    /// document will do.
    /// </summary>
    public string? Heading { get; init; }

    /// <summary>Where it was read; null for one that was made.</summary>
    internal DatasetLine? Line { get; init; }
}
