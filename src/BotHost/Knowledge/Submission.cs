using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Wenlu.BotHost.Knowledge.Conversion;

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
    private static readonly string[] Fields = ["title", "url", "markdown", "audience", "tags", "updatedAt", "origin"];

    public static Submission ReadJson(ReadOnlyMemory<byte> body, string id, Audience unset) => Parse(body, root => ReadFields(root, id, unset, []));

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

    /// <param name="fallback">The title of a file that has neither a title nor a heading.</param>
    public static Submission ReadConverted(ConvertedFile file, string id, string fallback, Audience unset) => file switch
    {
        ConvertedFile.Text text => Complete(new(id, "", "", unset), text, fallback),
        ConvertedFile.Refused refused => new Submission.Refused(ApiProblems.Unreadable(refused.Sentence), id),
        _ => throw new InvalidOperationException("A conversion is one of two."),
    };

    /// <summary>What was said beside the file goes before what the file says.</summary>
    public static Submission Complete(KnowledgeDocument known, ConvertedFile.Text file, string fallback) => Judge(
        known with
        {
            Title = known.Title.Length > 0 ? known.Title : TitleOf(file) ?? Headings.First(file.Markdown) ?? fallback,
            Markdown = file.Markdown,
            Url = known.Url ?? file.Url,
        },
        new());

    /// <summary>What other programs write there is not held to be one line of bounded length.</summary>
    private static string? TitleOf(ConvertedFile.Text file)
    {
        var title = string.Join(' ', (file.Title ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(character => !char.IsControl(character)))));
        return title.Length == 0 ? null : title[..Math.Min(title.Length, DocumentFields.MaxTitle)];
    }

    /// <param name="isFile">Title and Markdown may be missing: they are read from a file that comes with the fields.</param>
    public static Submission ReadFields(JsonElement root, string id, Audience unset, IEnumerable<string> further, bool isFile = false)
    {
        var errors = new FieldErrors();
        var fields = new DocumentFields(root, errors);
        fields.RefuseUnknown([.. Fields, .. further]);
        var title = fields.Line("title", required: !isFile) ?? "";
        var markdown = fields.Text("markdown", required: !isFile) ?? "";
        var document = new KnowledgeDocument(id, title, markdown, fields.Audience("audience", unset) ?? unset)
        {
            Url = fields.Url("url"),
            Tags = fields.Tags("tags"),
            UpdatedAt = fields.Date("updatedAt"),
            Origin = fields.Line("origin"),
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
