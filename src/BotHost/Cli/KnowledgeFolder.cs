using System.Text;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;

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

    private static List<SourceDocument> ReadMarkdown(string folder, IReadOnlySet<string> named) =>
        [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Id: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => Path.GetFileName(file.Path) is not "README.md" || named.Contains(file.Id))
            .Where(file => !IsCuratedQuestion(file.Path, file.Id))
            .Select(file => ReadFile(file.Path, file.Id))];

    // The service keeps questions with their answers apart from documents, and finds them by another search.
    private static bool IsCuratedQuestion(string path, string id) =>
        id.StartsWith(CuratedQuestions, StringComparison.Ordinal)
        && File.ReadLines(path, Encoding.UTF8).Skip(1).TakeWhile(line => line is not "---").Any(line => line.StartsWith("question:", StringComparison.Ordinal));

    private static SourceDocument ReadFile(string path, string id) => PushedFile.Read(path, PushedFile.IdOf(id), Audience.Everyone) switch
    {
        Submission.Accepted { Document: var document } => new StoredDocument(document, 1, "", 0).ToSource() with { Id = id },
        Submission.Refused { Problem: var problem } => throw new CommandException(
            CliTexts.BadFile(path, new(PushedFile.WhyOf(problem, Language.Chinese), PushedFile.WhyOf(problem, Language.English)))),
        _ => throw new InvalidOperationException("A submission is accepted or refused."),
    };
}
