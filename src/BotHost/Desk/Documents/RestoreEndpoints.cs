using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Brings a past revision back, after showing what that changes.</summary>
internal static class RestoreEndpoints
{
    public static void MapRestoring(this RouteGroupBuilder desk, string path, string kind)
    {
        desk.MapMethods(
            path + "/{id}/revisions/{revision}/restore", SiteEndpoints.Reading,
            (HttpContext context, string id, string revision, RevisionStore revisions, KnowledgeStore store) =>
                AskAsync(context, new(kind, id), revision, revisions, store, null));
        desk.MapPost(
            path + "/{id}/revisions/{revision}/restore",
            (HttpContext context, string id, string revision, RevisionStore revisions, KnowledgeStore store, DocumentWriter writer, DocumentPages pages, CancellationToken stop) =>
                RestoreAsync(context, new(kind, id), revision, revisions, store, writer, pages, stop));
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, DocumentKey key, string revision, RevisionStore revisions, KnowledgeStore store, Bilingual? complaint)
    {
        if (await HistoryEndpoints.FindAsync(revisions, key, revision) is not { } past)
            return await SiteEndpoints.MissingAsync(context.Request);
        var current = await store.FindAsync(key);
        var (path, language) = (DocumentPages.PathOf(key), ReaderLanguage.Of(context.Request));
        var model = new ConfirmModel(
            past.Document.Title, DocumentDeskTexts.RestoreQuestion.With(past.Revision), $"{path}/revisions/{past.Revision}/restore", DocumentDeskTexts.Restore, path,
            current?.Revision ?? 0)
        {
            Changes = current is null ? null : Comparisons.Between(current.Document, past.Document, language),
            Complaint = complaint,
        };
        return DeskEndpoints.Show<ConfirmPage>(context, model, complaint is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RestoreAsync(
        HttpContext context, DocumentKey key, string revision, RevisionStore revisions, KnowledgeStore store, DocumentWriter writer, DocumentPages pages,
        CancellationToken cancellationToken)
    {
        if (await HistoryEndpoints.FindAsync(revisions, key, revision) is not { } past)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (await store.FindFactsAsync(key) is { } current && DocumentOrigins.WhyLocked(current) is { } why)
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, why);
        var seen = DocumentForm.RevisionOf(await context.Request.ReadFormAsync(cancellationToken));
        var result = await writer.RestoreAsync(past, Precondition.OneOf([seen]), DeskGate.EditorOf(context), cancellationToken);
        return result.Problem is { Status: StatusCodes.Status412PreconditionFailed }
            ? await AskAsync(context, key, revision, revisions, store, DocumentDeskTexts.ChangedMeanwhile)
            : DeskEndpoints.GoTo(context, DocumentPages.PathOf(key), result.Problem is null ? DeskNotices.Restored : DeskNotices.NotYetSearchable);
    }
}
