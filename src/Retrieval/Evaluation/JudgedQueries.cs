using System.Globalization;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>
/// Reads <c>queries.jsonl</c> (an object a line with <c>id</c> and <c>text</c>) and <c>qrels.tsv</c> (question, document, relevance,
/// separated by tabs). A question without a relevant document is one that the documents do not answer.
/// </summary>
public static class JudgedQueries
{
    /// <summary>The name of the file of questions.</summary>
    public const string QueriesFile = "queries.jsonl";

    /// <summary>The name of the file of judgements.</summary>
    public const string QrelsFile = "qrels.tsv";

    /// <summary>The questions of a folder in their order, with their judgements.</summary>
    /// <exception cref="DatasetException">A file is missing, or a line is not as it should be.</exception>
    public static IReadOnlyList<JudgedQuestion> Read(string folder)
    {
        var questions = new Dictionary<string, string>();
        foreach (var query in DatasetFile.Lines(Path.Combine(folder, QueriesFile)).Select(line => line.Parse()))
            if (!questions.TryAdd(query.Required("id"), query.Required("text")))
                throw query.Line.Wrong(DatasetFault.Twice, query.Required("id"));
        var judgements = ReadQrels(Path.Combine(folder, QrelsFile), questions);
        return [.. questions.Select(question => new JudgedQuestion(question.Key, question.Value, [.. judgements[question.Key]]))];
    }

    private static ILookup<string, Judgement> ReadQrels(string path, Dictionary<string, string> questions)
    {
        var seen = new HashSet<(string, string)>();
        return DatasetFile.Lines(path).Select(Read).ToLookup(entry => entry.Question, entry => entry.Judgement);

        (string Question, Judgement Judgement) Read(DatasetLine line)
        {
            if (line.Text.Split('\t') is not [var question, var document, var relevance]
                || !int.TryParse(relevance, NumberStyles.None, CultureInfo.InvariantCulture, out var grade))
                throw line.Wrong(DatasetFault.NotAJudgement);
            if (!questions.ContainsKey(question))
                throw line.Wrong(DatasetFault.NoSuchQuestion, question);
            if (!seen.Add((question, document)))
                throw line.Wrong(DatasetFault.Twice, document);
            return (question, new Judgement(document, grade) { Line = line });
        }
    }
}
