using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>Reads what is to be evaluated: a dataset (queries.jsonl, qrels.tsv) or a team's golden questions, with the documents.</summary>
internal static class EvalFolder
{
    /// <param name="folder">Holds the questions.</param>
    /// <param name="documents">Folders with the documents; none means those of <paramref name="folder"/>.</param>
    public static JudgedSet Read(string folder, IReadOnlyList<string> documents)
    {
        var questions = ReadQuestions(folder);
        var named = questions.SelectMany(question => question.Judgements).Select(judgement => judgement.DocumentId).ToHashSet();
        return JudgedSet.Create(ReadDocuments(documents.Count > 0 ? documents : [folder], named), questions);
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
