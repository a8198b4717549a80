using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>Reads and writes editors' answers, and lists them with those that somebody should look at. For editors only.</summary>
internal static class CuratedEndpoints
{
    private const int MaxPage = 200;

    public static void MapCuratedAnswers(this RouteGroupBuilder editors)
    {
        editors.MapPut("/answers/{id}", PutAsync).DescribePutAnswer();
        editors.MapGet("/answers/{id}", GetAsync).DescribeGetAnswer();
        editors.MapDelete("/answers/{id}", DeleteAsync).DescribeDeleteAnswer();
        editors.MapGet("/answers", ListAsync).DescribeListAnswers();
    }

    private static async Task<IResult> PutAsync(string id, HttpContext context, CuratedAnswers answers, CancellationToken cancellationToken)
    {
        if (DocumentEndpoints.Complaint(id, context.Request) is { } complaint)
            return complaint.In(context);
        var (draft, problem) = await ReadAsync(context.Request, answers.DefaultAudience, question: null, cancellationToken);
        if (draft is null)
            return problem!.In(context);
        var written = await answers.WriteAsync(id, draft, Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken);
        if (written.Problem is not null)
            return written.Problem.In(context);
        if (written.Status == StatusCodes.Status201Created)
            context.Response.Headers.Location = context.Request.Path.ToUriComponent();
        context.Response.Headers.ETag = Precondition.TagOf(written.Revision);
        return TypedResults.Json(new CuratedWritten(id, written.Revision), KnowledgeJson.Wire.CuratedWritten, statusCode: written.Status);
    }

    /// <summary>A draft, or why there is none.</summary>
    public static async Task<(CuratedDraft? Draft, ApiProblem? Problem)> ReadAsync(
        HttpRequest request, Audience unset, string? question, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(request) != MediaTypes.Json)
            return (null, CuratedTexts.MediaType);
        if (await BoundedBody.ReadAsync(request, CuratedFields.MaxBody, cancellationToken) is not { } body)
            return (null, CuratedTexts.TooLarge);
        var errors = new FieldErrors();
        return SubmissionReader.ReadObject<(CuratedDraft?, ApiProblem?)>(
            body,
            root => CuratedFields.Read(root, unset, errors, question) is var draft && errors.Count > 0 ? (null, ApiProblems.Invalid(errors)) : (draft, null),
            problem => (null, problem));
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, KnowledgeStore store, CuratedSources sources, TimeProvider time)
    {
        if (DocumentEndpoints.Complaint(id, context.Request) is { } complaint)
            return complaint.In(context);
        if (await store.FindAsync(new(Kinds.Answer, id)) is not { } stored)
            return ApiProblems.NotFound.In(context);
        context.Response.Headers.ETag = Precondition.TagOf(stored.Revision);
        var view = CuratedView.Of(stored, await sources.ChangedAsync(stored.Document), time.GetUtcNow()) with { Answer = stored.Document.Markdown };
        return TypedResults.Json(view, KnowledgeJson.Wire.CuratedView);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, CuratedAnswers answers, CancellationToken cancellationToken)
    {
        if (DocumentEndpoints.Complaint(id, context.Request) is { } complaint)
            return complaint.In(context);
        var deleted = await answers.DeleteAsync(id, Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken);
        return deleted.Problem is null ? TypedResults.NoContent() : deleted.Problem.In(context);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, KnowledgeStore store, CuratedSources sources, TimeProvider time, [FromQuery] string? cursor, [FromQuery] string? limit)
    {
        var errors = new FieldErrors();
        if (QueryNumber.Read(cursor, 0, 0, long.MaxValue) is not { } after)
            (after, errors) = (0, FieldErrors.Of("cursor", FieldTexts.Cursor));
        if (QueryNumber.Read(limit, 50, 1, MaxPage) is not { } count)
            (count, errors) = (1, FieldErrors.Of("limit", FieldTexts.Range(1, MaxPage)));
        if (errors.Count > 0)
            return ApiProblems.Invalid(errors).In(context);
        var listed = await store.ListAsync(Kinds.Answer, after, (int)count);
        var changed = await Task.WhenAll(listed.Select(stored => sources.ChangedAsync(stored.Document)));
        var next = listed.Count == count ? listed[^1].Change.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Json(
            new CuratedPage([.. listed.Zip(changed, (stored, sources) => CuratedView.Of(stored, sources, time.GetUtcNow()))], next), KnowledgeJson.Wire.CuratedPage);
    }
}
