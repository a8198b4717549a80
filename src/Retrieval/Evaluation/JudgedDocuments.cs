namespace Wenlu.Retrieval.Evaluation;

/// <summary>Reads <c>docs.jsonl</c> or <c>docs.jsonl.gz</c>: an object a line with <c>id</c>, <c>text</c> and optionally <c>title</c>; other fields are ignored.</summary>
public static class JudgedDocuments
{
    private static readonly string[] Names = ["docs.jsonl", "docs.jsonl.gz"];

    /// <summary>The file in a folder; null when there is none.</summary>
    public static string? FileIn(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The documents in their order.</summary>
    /// <exception cref="DatasetException">The file is missing, or a line is not as it should be.</exception>
    public static IReadOnlyList<SourceDocument> Read(string path)
    {
        var ids = new HashSet<string>();
        return [.. DatasetFile.Lines(path).Select(line => Document(line.Parse(), ids))];
    }

    private static SourceDocument Document(DatasetObject line, HashSet<string> ids)
    {
        var id = line.Required("id");
        if (!ids.Add(id))
            throw line.Line.Wrong(DatasetFault.Twice, id);
        var text = line.Optional("text") ?? throw line.Line.Wrong(DatasetFault.FieldMissing, "text");
        return new SourceDocument(id, line.Optional("title") ?? "", text);
    }
}
