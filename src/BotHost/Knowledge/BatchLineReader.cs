using System.Text;
using System.Text.Json;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Reads what a line of a batch has beside the fields of a document: its id, its preconditions, and perhaps a file.</summary>
internal static class BatchLineReader
{
    private static readonly string[] Further = ["id", "ifMatch", "ifNoneMatch", "contentType", "content"];

    public static BatchLine Read(ReadOnlyMemory<byte> line, Audience unset) =>
        SubmissionReader.ReadObject(line, root => Read(root, unset), problem => BatchLine.Refused(problem));

    private static BatchLine Read(JsonElement root, Audience unset)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(root, errors);
        var id = fields.Text("id", required: true);
        if (id is not null && !DocumentId.IsValid(id))
            errors.Add("id", FieldTexts.DocumentId);
        var precondition = ReadPrecondition(fields, errors);
        var file = ReadFile(fields, errors);
        return errors.Count > 0
            ? BatchLine.Refused(ApiProblems.Invalid(errors), id)
            : new(SubmissionReader.ReadFields(root, id!, unset, Further, isFile: file is not null), precondition, file);
    }

    private static Precondition ReadPrecondition(DocumentFields fields, FieldErrors errors)
    {
        var (match, noneMatch) = (fields.Text("ifMatch"), fields.Text("ifNoneMatch"));
        var precondition = Precondition.Parse(match, noneMatch);
        if (precondition is null)
            errors.Add(match is null ? "ifNoneMatch" : "ifMatch", match is null ? FieldTexts.NotAStar : FieldTexts.NotATag);
        return precondition ?? Precondition.None;
    }

    private static LineFile? ReadFile(DocumentFields fields, FieldErrors errors)
    {
        if (fields.Text("contentType") is not { } type)
            return null;
        if (!FileConversion.Types.Contains(type))
        {
            errors.Add("contentType", FieldTexts.NotAType(string.Join(", ", FileConversion.Types)));
            return null;
        }
        return fields.Text("content", required: true) is { } content ? new(type, BytesOf(type, content, errors)) : null;
    }

    /// <summary>Text as it is; everything else in Base64.</summary>
    private static byte[] BytesOf(string type, string content, FieldErrors errors)
    {
        if (type == MediaTypes.Html)
            return Encoding.UTF8.GetBytes(content);
        var bytes = new byte[content.Length];
        if (Convert.TryFromBase64String(content, bytes, out var length))
            return bytes[..length];
        errors.Add("content", ConversionTexts.NotBase64);
        return [];
    }
}
