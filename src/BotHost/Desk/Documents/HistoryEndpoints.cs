using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>What a document or an answer was: read, compared, brought back; and taken away.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this RouteGroupBuilder desk, string path, string kind)
    {
        desk.MapMethods(path + "/{id}/revisions/{revision}", SiteEndpoints.Reading, (HttpContext context, string id, string revision, RevisionStore revisions) =>
            ShowAsync(context, new(kind, id), revision, revisions));
        desk.MapMethods(
            path + "/{id}/compare", SiteEndpoints.Reading,
            (HttpContext context, string id, RevisionStore revisions, [FromQuery] string? from, [FromQuery] string? to) =>
                CompareAsync(context, new(kind, id), revisions, from, to));
        desk.MapRestoring(path, kind);
        desk.MapDeleting(path, kind);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DocumentKey key, string revision, RevisionStore revisions)
    {
        if (await FindAsync(revisions, key, revision) is not { } stored || await revisions.FindAsync(key) is not { } history)
            return await SiteEndpoints.MissingAsync(context.Request);
        var row = DocumentPages.RowOf(stored, stored.Revision == history.Current?.Revision);
        var mayRestore = !row.IsCurrent && (history.Current is null || DocumentOrigins.WhyLocked(history.Current) is null);
        return DeskEndpoints.Show<RevisionPage>(context, new RevisionModel(DocumentPages.PathOf(key), key.Id, row, DocumentPages.Html(stored.Document), mayRestore));
    }

    /// <summary>Any two; without numbers the last two.</summary>
    private static async Task<IResult> CompareAsync(HttpContext context, DocumentKey key, RevisionStore revisions, string? from, string? to)
    {
        if (!DocumentId.IsValid(key.Id) || await revisions.FindAsync(key) is not { } history)
            return await SiteEndpoints.MissingAsync(context.Request);
        var rows = DocumentPages.Rows(history);
        var after = await FindAsync(revisions, key, to ?? Number(rows[0]));
        var before = await FindAsync(revisions, key, from ?? Number(rows[Math.Min(1, rows.Count - 1)]));
        if (before is null || after is null)
            return await SiteEndpoints.MissingAsync(context.Request);
        var comparison = Comparisons.Between(before.Document, after.Document, ReaderLanguage.Of(context.Request));
        return DeskEndpoints.Show<ComparePage>(context, new CompareModel(
            DocumentPages.PathOf(key), key.Id, RowIn(rows, before), RowIn(rows, after), rows, comparison));
    }

    private static RevisionRow RowIn(IReadOnlyList<RevisionRow> rows, StoredDocument stored) =>
        rows.FirstOrDefault(row => row.Revision == stored.Revision) ?? DocumentPages.RowOf(stored, isCurrent: false);

    private static string Number(RevisionRow row) => row.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<StoredDocument?> FindAsync(RevisionStore revisions, DocumentKey key, string revision) =>
        DocumentId.IsValid(key.Id) && QueryNumber.Read(revision, -1, 1, long.MaxValue) is > 0 and var number ? await revisions.FindAsync(key, number) : null;
}
