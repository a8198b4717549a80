using System.Text;
using System.Text.Json;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>
/// Reads a team's own questions: <c>golden.jsonl</c>, an object a line, or <c>golden.json</c>, an array of such objects, with
/// <c>question</c>, <c>relevant</c> (<c>[{path, heading}]</c>; empty: the documents do not answer it), and optionally <c>history</c>
/// (earlier questions, or <c>{question, answer}</c>), <c>kind</c> and <c>id</c>.
/// </summary>
public static class GoldenFile
{
    private static readonly string[] Names = ["golden.jsonl", "golden.json"];

    /// <summary>The file in a folder; null when there is none.</summary>
    public static string? FileIn(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The questions in their order; one without an id is called by its number. Documents go by their path from the file's folder, with slashes.</summary>
    /// <exception cref="DatasetException">The file is missing, or a question is not as it should be.</exception>
    public static IReadOnlyList<JudgedQuestion> Read(string path)
    {
        var questions = new List<JudgedQuestion>();
        var ids = new HashSet<string>();
        foreach (var item in Items(path))
        {
            var question = Question(item, questions.Count + 1);
            if (!ids.Add(question.Id))
                throw item.Line.Wrong(DatasetFault.Twice, question.Id);
            questions.Add(question);
        }
        return questions;
    }

    private static IEnumerable<DatasetObject> Items(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        ? DatasetFile.Lines(path).Select(line => line.Parse())
        : Elements(path, Encoding.UTF8.GetBytes(DatasetFile.Text(path)));

    // Token by token, because only the reader knows on which line an element begins.
    private static List<DatasetObject> Elements(string path, byte[] json)
    {
        var items = new List<DatasetObject>();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                throw new DatasetException(path, 1, DatasetFault.NotJson);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = new DatasetLine(path, 1 + json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'), "");
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw line.Wrong(DatasetFault.NotJson);
                items.Add(new DatasetObject(line, JsonElement.ParseValue(ref reader)));
            }
            // What follows the array is read as well, so that it is refused.
            reader.Read();
        }
        catch (JsonException exception)
        {
            throw new DatasetException(path, (int)(exception.LineNumber ?? 0) + 1, DatasetFault.NotJson);
        }
        return items.Count > 0 ? items : throw new DatasetException(path, 0, DatasetFault.Empty);
    }

    private static JudgedQuestion Question(DatasetObject item, int number)
    {
        // A forgotten list must not count as a question that nothing answers.
        if (!item.Json.TryGetProperty("relevant", out _))
            throw item.Line.Wrong(DatasetFault.FieldMissing, "relevant");
        var judgements = item.Array("relevant").Select(relevant => Judgement(item.Line, relevant)).ToArray();
        return new JudgedQuestion(item.Optional("id") ?? $"{number}", item.Required("question"), judgements)
        {
            History = [.. item.Array("history").Select(turn => Turn(item.Line, turn))],
            Kind = item.Optional("kind"),
        };
    }

    private static Judgement Judgement(DatasetLine line, JsonElement relevant)
    {
        if (relevant.ValueKind != JsonValueKind.Object)
            throw line.Wrong(DatasetFault.FieldWrong, "relevant");
        var fields = new DatasetObject(line, relevant);
        var path = fields.Required("path").Replace('\\', '/');
        return new Judgement(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path, 1)
        {
            Heading = fields.Optional("heading") is { } heading && !string.IsNullOrWhiteSpace(heading) ? heading : null,
            Line = line,
        };
    }

    private static EarlierTurn Turn(DatasetLine line, JsonElement turn) => turn.ValueKind switch
    {
        JsonValueKind.String => new EarlierTurn(line.TextOf(turn, "history"), ""),
        JsonValueKind.Object when new DatasetObject(line, turn) is var fields => new EarlierTurn(fields.Required("question"), fields.Optional("answer") ?? ""),
        _ => throw line.Wrong(DatasetFault.FieldWrong, "history"),
    };
}
