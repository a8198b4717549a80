using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Reads and writes one document, and lists them all. For editors only.</summary>
internal static partial class DocumentEndpoints
{
    private const int MaxPage = 200;

    public static void MapDocuments(this RouteGroupBuilder editors)
    {
        editors.MapPut("/documents/{id}", PutAsync).DescribePut();
        editors.MapGet("/documents/{id}", GetAsync).DescribeGet();
        editors.MapDelete("/documents/{id}", DeleteAsync).DescribeDelete();
        editors.MapGet("/documents", ListAsync).DescribeList();
    }

    private static async Task<IResult> PutAsync(string id, HttpContext context, DocumentWriter writer, CancellationToken cancellationToken) =>
        await ReadAsync(id, context, writer.DefaultAudience, cancellationToken) switch
        {
            Submission.Refused refused => refused.Problem.In(context),
            Submission.Accepted accepted => Answer(
                context, accepted.Document, await writer.WriteAsync(accepted.Document, Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken)),
            _ => throw new InvalidOperationException("A submission is accepted or refused."),
        };

    private static async Task<Submission> ReadAsync(string id, HttpContext context, Audience unset, CancellationToken cancellationToken)
    {
        if (Complaint(id, context.Request) is { } complaint)
            return new Submission.Refused(complaint);
        var type = MediaTypes.Of(context.Request);
        var converted = type is not null && FileConversion.Types.Contains(type);
        if (!converted && type is not (MediaTypes.Json or MediaTypes.Markdown) && (type != MediaTypes.Csv || id != GlossaryDocument.Id))
            return new Submission.Refused(ApiProblems.MediaType);
        if (await BoundedBody.ReadAsync(context.Request, converted ? FileConversion.MaxFile : SubmissionReader.MaxJson, cancellationToken) is not { } body)
            return new Submission.Refused(converted ? ApiProblems.FileTooLarge : ApiProblems.TooLarge);
        return type switch
        {
            MediaTypes.Json => SubmissionReader.ReadJson(body, id, unset),
            MediaTypes.Csv => GlossaryDocument.ReadCsv(body, unset),
            MediaTypes.Markdown => SubmissionReader.ReadMarkdown(body, id, unset),
            _ => SubmissionReader.ReadConverted(await FileConversion.ConvertAsync(type!, body, cancellationToken), id, id, unset),
        };
    }

    public static ApiProblem? Complaint(string id, HttpRequest request)
    {
        if (!DocumentId.IsValid(id))
            return ApiProblems.Invalid(FieldErrors.Of("id", FieldTexts.DocumentId));
        return Precondition.IsReadable(request) ? null : ApiProblems.Invalid(FieldErrors.Of("If-Match", FieldTexts.NotATag));
    }

    private static IResult Answer(HttpContext context, KnowledgeDocument document, WriteResult result)
    {
        if (result.Problem is not null)
            return result.Problem.In(context);
        context.Response.Headers.ETag = Precondition.TagOf(result.Revision);
        if (result.Status == StatusCodes.Status201Created)
            context.Response.Headers.Location = context.Request.Path.ToUriComponent();
        var written = new DocumentWritten(document.Id, result.Revision, result.Chunks)
        {
            Warnings = GlossaryDocument.WarningsOf(document, ReaderLanguage.Of(context.Request)),
        };
        return TypedResults.Json(written, KnowledgeJson.Wire.DocumentWritten, statusCode: result.Status);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, KnowledgeStore store)
    {
        if (Complaint(id, context.Request) is { } complaint)
            return complaint.In(context);
        if (await store.FindAsync(new(Kinds.Document, id)) is not { } document)
            return ApiProblems.NotFound.In(context);
        context.Response.Headers.ETag = Precondition.TagOf(document.Revision);
        context.Response.Headers.Vary = "Accept";
        if (Precondition.IsNotModified(context.Request, document.Revision))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return MediaTypes.PrefersMarkdown(context.Request)
            ? TypedResults.Text(MarkdownFile.Write(document), MediaTypes.Markdown, System.Text.Encoding.UTF8)
            : TypedResults.Json(DocumentView.Of(document), KnowledgeJson.Wire.DocumentView);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, DocumentWriter writer, CancellationToken cancellationToken)
    {
        if (Complaint(id, context.Request) is { } complaint)
            return complaint.In(context);
        var result = await writer.DeleteAsync(new(Kinds.Document, id), Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken);
        return result.Problem is null ? TypedResults.NoContent() : result.Problem.In(context);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, KnowledgeStore store, IOptions<KnowledgeOptions> options, [FromQuery] string? cursor, [FromQuery] string? limit)
    {
        var errors = new FieldErrors();
        var after = QueryNumber.Read(cursor, 0, 0, long.MaxValue) ?? Refuse(errors, "cursor", FieldTexts.Cursor);
        var count = QueryNumber.Read(limit, 50, 1, MaxPage) ?? Refuse(errors, "limit", FieldTexts.Range(1, MaxPage));
        if (errors.Count > 0)
            return ApiProblems.Invalid(errors).In(context);
        var newest = await store.GetLastChangeAsync();
        var documents = await store.ListAsync(Kinds.Document, after, (int)count);
        var next = documents.Count == count ? Cursor(documents[^1].Change) : null;
        var page = new DocumentPage([.. documents.Select(DocumentFacts.Of)], next, Cursor(newest), options.Value.DefaultAudience);
        return TypedResults.Json(page, KnowledgeJson.Wire.DocumentPage);
    }

    private static long Refuse(FieldErrors errors, string field, Bilingual sentence)
    {
        errors.Add(field, sentence);
        return 0;
    }

    private static string Cursor(long change) => change.ToString(CultureInfo.InvariantCulture);
}
