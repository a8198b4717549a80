namespace Wenlu.Retrieval.Evaluation;

/// <summary>What came of evaluating a set: every single result, from which all figures can be computed again.</summary>
/// <param name="Dataset">What the set is called.</param>
/// <param name="Depth">How many documents the ranking measures look at.</param>
/// <param name="Index">What was searched.</param>
/// <param name="Questions">Those that the documents answer, in their order.</param>
/// <param name="Unanswerable">Those that they do not.</param>
public sealed record EvaluationRun(
    string Dataset, int Depth, IndexFacts Index, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<UnanswerableResult> Unanswerable);

/// <summary>What an index came to.</summary>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="Chunks">Into how many passages they were cut.</param>
/// <param name="Seconds">What cutting, indexing and committing took.</param>
/// <param name="Bytes">Its size on disk.</param>
public sealed record IndexFacts(int Documents, int Chunks, double Seconds, long Bytes);

/// <summary>What was found for one answerable question.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Text">As it was asked.</param>
/// <param name="Searched">What was searched for; another text when a follow-up was completed.</param>
/// <param name="Scores">Each measure's value under its name, see <see cref="Measures"/>.</param>
/// <param name="Confidence">Of the search.</param>
/// <param name="Answered">Whether the product would have answered.</param>
/// <param name="Milliseconds">What the search took.</param>
/// <param name="Found">The ids of the documents found, best first.</param>
public sealed record QuestionResult(
    string Id, string Text, string Searched, IReadOnlyDictionary<string, double> Scores, double Confidence, bool Answered, double Milliseconds,
    IReadOnlyList<string> Found)
{
    /// <summary>The question's label, if it has one.</summary>
    public string? Kind { get; init; }

    /// <summary>Where it was asked, see <see cref="SourceDocument.Kind"/>.</summary>
    public string Collection { get; init; } = Evaluator.SearchedDocuments;
}

/// <summary>Why the documents do not answer a question.</summary>
public enum Unanswerable
{
    /// <summary>The dataset says so.</summary>
    Given,

    /// <summary>The documents that answer it were left out of the search: the same domain, the same words.</summary>
    NearMiss,

    /// <summary>It was asked of another dataset's documents.</summary>
    Foreign,
}

/// <summary>How sure the search was of an unanswerable question.</summary>
/// <param name="Why">Why nothing answers it.</param>
/// <param name="Id">The question's id, in its own dataset.</param>
/// <param name="Text">As it was asked.</param>
/// <param name="Confidence">Of the search.</param>
/// <param name="Answered">Whether the product would have answered.</param>
public sealed record UnanswerableResult(Unanswerable Why, string Id, string Text, double Confidence, bool Answered)
{
    /// <summary>The question's label, if it has one.</summary>
    public string? Kind { get; init; }
}
