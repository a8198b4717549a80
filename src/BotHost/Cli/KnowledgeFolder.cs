using System.Text.Json;
using Wenlu.BotHost.Cli.Push;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Cli;

/// <summary>Reads the documents of a folder as the service would hold them: <c>docs.jsonl</c> of a dataset, else every Markdown file.</summary>
internal static class KnowledgeFolder
{
    private const string CuratedQuestions = "questions/";

    /// <param name="folder">Read with its subfolders when its documents are Markdown files; their ids are their paths in it, with slashes.</param>
    /// <param name="named">Paths that are documents in any case: a README is one only when somebody says so.</param>
    public static IReadOnlyList<SourceDocument> Read(string folder, IReadOnlySet<string> named)
    {
        if (!Directory.Exists(folder))
            throw new CommandException(CliTexts.NoFolder(folder));
        return JudgedDocuments.FileIn(folder) is { } file ? JudgedDocuments.Read(file) : ReadMarkdown(folder, named);
    }

    /// <summary>
    /// The editors' names for things, from <c>glossary.csv</c>; empty when there is none. The service does without a bad line; here it
    /// is an error.
    /// </summary>
    public static Glossary ReadGlossary(string folder)
    {
        var path = Path.Combine(folder, GlossaryDocument.Id);
        if (!File.Exists(path))
            return Glossary.Empty;
        var glossary = Glossary.Parse(Accept(path, GlossaryDocument.Id).Markdown);
        return glossary.Problems is [var problem, ..] ? throw new CommandException(CliTexts.BadFile(path, GlossaryTexts.AtLine(problem))) : glossary;
    }

    private static List<SourceDocument> ReadMarkdown(string folder, IReadOnlySet<string> named) =>
        [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Id: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => Path.GetFileName(file.Path) is not "README.md" || named.Contains(file.Id))
            .Select(file => ReadFile(file.Path, file.Id))];

    private static SourceDocument ReadFile(string path, string id)
    {
        var document = Accept(path, FileDocumentId.Of(id)) with { Id = id };
        return CuratedQuestionIn(path, id) is { } question ? document with { Kind = Kinds.Question, Title = question } : document;
    }

    private static SourceDocument Accept(string path, string id) => PushedFile.Read(path, id, Audience.Everyone) switch
    {
        Submission.Accepted { Document: var document } => new StoredDocument(document, 1, "", 0).ToSource(),
        Submission.Refused { Problem: var problem } => throw new CommandException(
            CliTexts.BadFile(path, new(PushedFile.WhyOf(problem, Language.Chinese), PushedFile.WhyOf(problem, Language.English)))),
        _ => throw new InvalidOperationException("A submission is accepted or refused."),
    };

    // The service keeps questions with their answers apart from documents, and finds them by another search.
    private static string? CuratedQuestionIn(string path, string id) =>
        id.StartsWith(CuratedQuestions, StringComparison.Ordinal)
        && FrontMatter.Split(File.ReadAllText(path)).Fields.TryGetProperty("question", out var question)
        && question.ValueKind == JsonValueKind.String
            ? question.GetString()
            : null;
}
