using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>What is to be evaluated: a dataset (queries.jsonl, qrels.tsv) or a team's golden questions, with the documents and their glossary.</summary>
/// <param name="Name">The folder's own name.</param>
/// <param name="Set">Documents and questions.</param>
/// <param name="Glossary">The first that one of the folders has.</param>
internal sealed record EvalFolder(string Name, JudgedSet Set, Glossary Glossary)
{
    /// <param name="folder">Holds the questions.</param>
    /// <param name="documents">Folders with the documents; none means those of <paramref name="folder"/>.</param>
    public static EvalFolder Read(string folder, IReadOnlyList<string> documents)
    {
        var questions = ReadQuestions(folder);
        var glossary = documents.Prepend(folder).Select(KnowledgeFolder.ReadGlossary).FirstOrDefault(read => read.Entries.Count > 0);
        var named = questions.SelectMany(question => question.Judgements).Select(judgement => judgement.DocumentId).ToHashSet();
        var set = JudgedSet.Create(ReadDocuments(documents.Count > 0 ? documents : [folder], named), questions);
        return new EvalFolder(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), set, glossary ?? Glossary.Empty);
    }

    public static IReadOnlyList<JudgedQuestion> ReadQuestions(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CommandException(CliTexts.NoFolder(folder));
        if (GoldenFile.FileIn(folder) is { } golden)
            return GoldenFile.Read(golden);
        return File.Exists(Path.Combine(folder, JudgedQueries.QueriesFile))
            ? JudgedQueries.Read(folder)
            : throw new CommandException(EvalTexts.NoQuestions(folder));
    }

    private static List<SourceDocument> ReadDocuments(IReadOnlyList<string> folders, IReadOnlySet<string> named)
    {
        var documents = new Dictionary<string, SourceDocument>();
        foreach (var folder in folders)
        {
            var read = KnowledgeFolder.Read(folder, named);
            if (read.Count == 0)
                throw new CommandException(EvalTexts.NoDocuments(folder));
            foreach (var document in read)
                if (!documents.TryAdd(document.Id, document))
                    throw new CommandException(EvalTexts.DocumentTwice(folder, document.Id));
        }
        return [.. documents.Values];
    }
}
