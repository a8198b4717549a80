using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>Documents and questions that belong together: every judgement is about a document, and a heading, that is there.</summary>
public sealed class JudgedSet
{
    private JudgedSet(IReadOnlyList<SourceDocument> documents, IReadOnlyList<JudgedQuestion> questions) =>
        (Documents, Questions) = (documents, questions);

    /// <summary>What is searched.</summary>
    public IReadOnlyList<SourceDocument> Documents { get; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<JudgedQuestion> Questions { get; }

    /// <summary>Brings documents and questions together. A question that only documents of another kind answer is asked of that kind.</summary>
    /// <param name="documents">No id twice, whatever the kind.</param>
    /// <param name="questions">Read from a file, so that an error can name its line.</param>
    /// <exception cref="DatasetException">A judgement is about a document or a heading that is not there.</exception>
    public static JudgedSet Create(IReadOnlyList<SourceDocument> documents, IReadOnlyList<JudgedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(questions);
        var known = documents.ToDictionary(document => document.Id);
        var headings = new Dictionary<string, HashSet<string>>();
        foreach (var judgement in questions.SelectMany(question => question.Judgements))
            Check(judgement, known, headings);
        return new JudgedSet(documents, [.. questions.Select(question => Place(question, known))]);
    }

    private static void Check(Judgement judgement, Dictionary<string, SourceDocument> known, Dictionary<string, HashSet<string>> headings)
    {
        if (!known.TryGetValue(judgement.DocumentId, out var document))
            throw Wrong(judgement, DatasetFault.NoSuchDocument, judgement.DocumentId);
        if (judgement.Heading is { } heading && !HeadingsOf(document, headings).Contains(HeadingMatch.Normalize(heading)))
            throw Wrong(judgement, DatasetFault.NoSuchHeading, heading);
    }

    // One search sees one kind. What answers in another is no document that this search could have found.
    private static JudgedQuestion Place(JudgedQuestion question, Dictionary<string, SourceDocument> known)
    {
        string[] kinds = [.. question.RelevantDocuments.Keys.Select(id => known[id].Kind).Distinct()];
        if (kinds.Length == 0)
            return question;
        var collection = kinds.Contains(question.Collection) ? question.Collection : kinds[0];
        return new JudgedQuestion(question.Id, question.Text, [.. question.Judgements.Where(judgement => known[judgement.DocumentId].Kind == collection)])
        {
            History = question.History,
            Kind = question.Kind,
            Collection = collection,
        };
    }

    private static HashSet<string> HeadingsOf(SourceDocument document, Dictionary<string, HashSet<string>> read)
    {
        if (!read.TryGetValue(document.Id, out var names))
            read[document.Id] = names = [.. PathsIn(document).SelectMany(path => HeadingMatch.NamesOf(document.Title, path))];
        return names;
    }

    // From the outline and not from the chunks: a heading without a text of its own is one all the same.
    private static IEnumerable<IReadOnlyList<string>> PathsIn(SourceDocument document)
    {
        var path = new HeadingPath(document.Title);
        yield return path.Section().Headings;
        foreach (var piece in MarkdownOutline.Read(document.Markdown).Where(piece => piece.Kind == PieceKind.Heading))
            yield return path.Enter(piece).Headings;
    }

    private static DatasetException Wrong(Judgement judgement, DatasetFault fault, string subject) =>
        judgement.Line?.Wrong(fault, subject) ?? new DatasetException("", 0, fault, subject);
}
