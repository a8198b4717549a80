namespace Wenlu.Retrieval.Evaluation;

/// <summary>What may be wrong with the files of a dataset.</summary>
public enum DatasetFault
{
    /// <summary>The file named does not exist, and it is needed.</summary>
    Missing,

    /// <summary>The file cannot be read; the subject is the system's reason.</summary>
    Unreadable,

    /// <summary>The bytes are not valid UTF-8.</summary>
    NotUtf8,

    /// <summary>The line, or the whole file, is no JSON object; for a golden.json no array of objects.</summary>
    NotJson,

    /// <summary>A field is missing or blank; the subject is its name.</summary>
    FieldMissing,

    /// <summary>A field has another type than it should; the subject is its name.</summary>
    FieldWrong,

    /// <summary>A line of qrels.tsv has not three columns, of which the last is a whole number not below 0.</summary>
    NotAJudgement,

    /// <summary>An id, or a judgement of the same document, is there twice; the subject is the id.</summary>
    Twice,

    /// <summary>A judgement is about a question that is not in the dataset; the subject is its id.</summary>
    NoSuchQuestion,

    /// <summary>A judgement is about a document that is not in the dataset; the subject is its id or path.</summary>
    NoSuchDocument,

    /// <summary>A judgement is about a heading that its document does not have; the subject is the heading.</summary>
    NoSuchHeading,

    /// <summary>There is nothing in the file.</summary>
    Empty,
}

/// <summary>A dataset that cannot be evaluated as it is. Nothing of it has been run.</summary>
/// <param name="file">The file, as it was opened.</param>
/// <param name="line">Counted from 1; 0 when the file as a whole is meant.</param>
/// <param name="fault">What is wrong.</param>
/// <param name="subject">What it is wrong with, see <see cref="DatasetFault"/>; may be empty.</param>
public sealed class DatasetException(string file, int line, DatasetFault fault, string subject = "")
    : Exception($"{file}({line}): {fault} {subject}")
{
    /// <summary>The file, as it was opened.</summary>
    public string File => file;

    /// <summary>Counted from 1; 0 when the file as a whole is meant.</summary>
    public int Line => line;

    /// <summary>What is wrong.</summary>
    public DatasetFault Fault => fault;

    /// <summary>What it is wrong with, see <see cref="DatasetFault"/>; may be empty.</summary>
    public string Subject => subject;
}
