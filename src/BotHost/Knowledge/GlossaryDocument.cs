using System.Text;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The document that is not read but understood with: what the editors call things. It is kept and revised like any other.</summary>
internal static class GlossaryDocument
{
    public const string Id = "glossary.csv";

    public static readonly DocumentKey Key = new(Kinds.Document, Id);

    /// <summary>The bytes of the file itself, as spreadsheets write them.</summary>
    public static Submission ReadCsv(ReadOnlyMemory<byte> file, Audience unset)
    {
        try
        {
            return Judge(new(Id, Id, Glossary.Decode(file.Span), unset));
        }
        catch (DecoderFallbackException)
        {
            return new Submission.Refused(ApiProblems.Malformed(GlossaryTexts.NoText, null), Id);
        }
    }

    /// <summary>Refuses a glossary of which no line could be used; bad lines alone are <see cref="WarningsOf"/>.</summary>
    public static Submission Judge(KnowledgeDocument document)
    {
        try
        {
            Glossary.Parse(document.Markdown);
            return Encoding.UTF8.GetByteCount(document.Markdown) > SubmissionReader.MaxMarkdown
                ? new Submission.Refused(ApiProblems.TooLarge, document.Id)
                : new Submission.Accepted(document);
        }
        catch (GlossaryFormatException exception)
        {
            return new Submission.Refused(ApiProblems.Malformed(GlossaryTexts.Of(exception.Problem), exception.Problem.Line), document.Id);
        }
    }

    /// <summary>What is wrong with single lines, each with its number; null for another document and for a glossary without fault.</summary>
    public static IReadOnlyList<string>? WarningsOf(KnowledgeDocument document, Language language)
    {
        if (document.Key != Key)
            return null;
        var problems = Glossary.Parse(document.Markdown).Problems;
        return problems.Count == 0 ? null : [.. problems.Select(problem => GlossaryTexts.AtLine(problem).In(language))];
    }
}
