using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What became of a body that should have been a document.</summary>
internal abstract record Submission
{
    private Submission() { }

    public sealed record Accepted(KnowledgeDocument Document) : Submission;

    /// <summary>With the id as far as it could be read, for the reader of a batch's results.</summary>
    public sealed record Refused(ApiProblem Problem, string? Id = null) : Submission;
}

/// <summary>Turns bodies into documents. Pure: what it needs to know about the request is handed in.</summary>
internal static class SubmissionReader
{
    public const int MaxMarkdown = 5 * 1024 * 1024;

    /// <summary>JSON may spell every byte of a text as an escape of twice its length.</summary>
    public const int MaxJson = (2 * MaxMarkdown) + 65_536;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly string[] Fields = ["title", "url", "markdown", "audience", "tags", "updatedAt"];

    public static Submission ReadJson(ReadOnlyMemory<byte> body, string id, Audience unset) => Parse(body, root => ReadFields(root, id, unset, Fields));

    /// <summary>A line of a batch is the same document with its id inside.</summary>
    public static Submission ReadBatchLine(ReadOnlyMemory<byte> line, Audience unset) => Parse(line, root => ReadIdentified(root, unset));

    public static Submission ReadMarkdown(ReadOnlyMemory<byte> body, string id, Audience unset)
    {
        if (!Utf8.IsValid(body.Span))
            return new Submission.Refused(NotUtf8(body.Span), id);
        try
        {
            return ReadFrontMatter(FrontMatter.Split(TextOf(body.Span)), id, unset);
        }
        catch (FrontMatterException exception)
        {
            return new Submission.Refused(ApiProblems.Malformed(exception.Sentence, exception.Line), id);
        }
    }

    /// <summary>Shared with the command line, which reads the same files before they are sent.</summary>
    public static Submission ReadFrontMatter(FrontMatter text, string id, Audience unset)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(text.Fields, errors);
        var title = fields.Line("title");
        var document = new KnowledgeDocument(id, title ?? Headings.First(text.Markdown) ?? id, text.Markdown, fields.Audience("audience", unset) ?? unset)
        {
            Url = fields.Url("url"),
            Tags = fields.Tags("tags"),
            UpdatedAt = fields.Date("updated"),
        };
        return Judge(document, errors);
    }

    private static Submission ReadIdentified(JsonElement root, Audience unset)
    {
        var errors = new FieldErrors();
        var id = new DocumentFields(root, errors).Text("id", required: true);
        if (id is not null && !DocumentId.IsValid(id))
            errors.Add("id", FieldTexts.DocumentId);
        return errors.Count > 0 ? new Submission.Refused(ApiProblems.Invalid(errors), id) : ReadFields(root, id!, unset, ["id", .. Fields]);
    }

    private static Submission ReadFields(JsonElement root, string id, Audience unset, string[] known)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(root, errors);
        fields.RefuseUnknown(known);
        var title = fields.Line("title", required: true) ?? "";
        var markdown = fields.Text("markdown", required: true) ?? "";
        var document = new KnowledgeDocument(id, title, markdown, fields.Audience("audience", unset) ?? unset)
        {
            Url = fields.Url("url"),
            Tags = fields.Tags("tags"),
            UpdatedAt = fields.Date("updatedAt"),
        };
        return Judge(document, errors);
    }

    private static Submission Judge(KnowledgeDocument document, FieldErrors errors)
    {
        if (errors.Count > 0)
            return new Submission.Refused(ApiProblems.Invalid(errors), document.Id);
        if (document.Key == GlossaryDocument.Key)
            return GlossaryDocument.Judge(document);
        return Encoding.UTF8.GetByteCount(document.Markdown) > MaxMarkdown
            ? new Submission.Refused(ApiProblems.TooLarge, document.Id)
            : new Submission.Accepted(document);
    }

    private static Submission Parse(ReadOnlyMemory<byte> body, Func<JsonElement, Submission> read) =>
        ReadObject(body, read, problem => new Submission.Refused(problem));

    /// <summary>Every body that is one JSON object is read by these rules.</summary>
    public static T ReadObject<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read, Func<ApiProblem, T> refuse)
    {
        if (!Utf8.IsValid(body.Span))
            return refuse(NotUtf8(body.Span));
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(body), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : refuse(Malformed(1));
        }
        catch (JsonException exception)
        {
            return refuse(Malformed((exception.LineNumber ?? 0) + 1));
        }
    }

    private static ApiProblem Malformed(long line) => ApiProblems.Malformed(
        new("不是有效的 JSON 对象，或有重复的字段。", "Not a valid JSON object, or a field is given twice."), line);

    private static ApiProblem NotUtf8(ReadOnlySpan<byte> body)
    {
        var line = 1 + body[..InvalidAt(body)].Count((byte)'\n');
        return ApiProblems.Malformed(new("不是有效的 UTF-8。", "Not valid UTF-8."), line);
    }

    private static int InvalidAt(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length && Rune.DecodeFromUtf8(body[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static string TextOf(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body).TrimStart('\uFEFF');

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
