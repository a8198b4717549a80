using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What a document was: list, read, compare, bring back. For editors only.</summary>
internal static class RevisionEndpoints
{
    public static void MapRevisions(this RouteGroupBuilder editors)
    {
        editors.MapGet("/documents/{id}/revisions", ListAsync).DescribeRevisions();
        editors.MapGet("/documents/{id}/revisions/{revision}", GetAsync).DescribeRevision();
        editors.MapGet("/documents/{id}/revisions/{revision}/diff", DiffAsync).DescribeDiff();
        editors.MapPost("/documents/{id}/revisions/{revision}/restore", RestoreAsync).DescribeRestore();
    }

    private static async Task<IResult> ListAsync(string id, HttpContext context, RevisionStore revisions)
    {
        if (await revisions.FindAsync(new(Kinds.Document, id)) is not { } history)
            return ApiProblems.NotFound.In(context);
        var list = new RevisionList(id, history.Current?.Revision, [.. Newest(history).Select(RevisionFacts.Of)])
        {
            DeletedBy = history.Deleted?.Editor,
            DeletedAt = history.Deleted?.At,
        };
        return TypedResults.Json(list, KnowledgeJson.Wire.RevisionList);
    }

    private static IEnumerable<StoredDocument> Newest(History history) => history.Current is { } current ? history.Past.Prepend(current) : history.Past;

    private static async Task<IResult> GetAsync(string id, string revision, HttpContext context, RevisionStore revisions)
    {
        if (await FindAsync(revisions, id, revision) is not { } document)
            return ApiProblems.NoSuchRevision.In(context);
        context.Response.Headers.Vary = "Accept";
        return MediaTypes.PrefersMarkdown(context.Request)
            ? TypedResults.Text(MarkdownFile.Write(document), MediaTypes.Markdown, Encoding.UTF8)
            : TypedResults.Json(DocumentView.Of(document), KnowledgeJson.Wire.DocumentView);
    }

    private static async Task<IResult> DiffAsync(string id, string revision, HttpContext context, RevisionStore revisions, KnowledgeStore store, [FromQuery] string? to)
    {
        var newer = string.IsNullOrEmpty(to) ? await store.FindAsync(new(Kinds.Document, id)) : await FindAsync(revisions, id, to);
        if (newer is null || await FindAsync(revisions, id, revision) is not { } older)
            return ApiProblems.NoSuchRevision.In(context);
        var diff = UnifiedDiff.Write(MarkdownFile.Comparable(older), MarkdownFile.Comparable(newer), $"{id}@{older.Revision}", $"{id}@{newer.Revision}");
        return TypedResults.Text(diff, MediaTypes.Diff, Encoding.UTF8);
    }

    private static async Task<IResult> RestoreAsync(
        string id, string revision, HttpContext context, RevisionStore revisions, DocumentWriter writer, CancellationToken cancellationToken)
    {
        if (!Precondition.IsReadable(context.Request))
            return ApiProblems.Invalid(FieldErrors.Of("If-Match", FieldTexts.NotATag)).In(context);
        if (await FindAsync(revisions, id, revision) is not { } past)
            return ApiProblems.NoSuchRevision.In(context);
        var result = await writer.RestoreAsync(past, Precondition.Of(context.Request), EditorFilter.EditorOf(context), cancellationToken);
        if (result.Problem is not null)
            return result.Problem.In(context);
        context.Response.Headers.ETag = Precondition.TagOf(result.Revision);
        return TypedResults.Json(new DocumentWritten(id, result.Revision, result.Chunks), KnowledgeJson.Wire.DocumentWritten, statusCode: result.Status);
    }

    private static async Task<StoredDocument?> FindAsync(RevisionStore revisions, string id, string revision) =>
        QueryNumber.Read(revision, -1, 1, long.MaxValue) is > 0 and var number ? await revisions.FindAsync(new(Kinds.Document, id), number) : null;
}
