using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>The documents of the knowledge base, for those who look after them: found, read, and their past.</summary>
internal static class DocumentDeskEndpoints
{
    public const string Path = DeskSections.Documents;

    private const int PageSize = 50;

    public static void AddDocumentDesk(this IServiceCollection services) => services
        .AddSingleton<DocumentCatalogue>().AddSingleton<DocumentSearch>().AddSingleton<DocumentPages>().AddSingleton<Conflicts>()
        .AddSingleton<DocumentSaving>().AddSingleton<AnswerSaving>().AddSingleton<AnswerStates>().AddSingleton<UploadedFiles>();

    public static void MapDocumentDesk(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/documents", SiteEndpoints.Reading, ListAsync);
        desk.MapMethods("/documents/{id}", SiteEndpoints.Reading, ShowAsync);
        desk.MapHistory("/documents", Kinds.Document);
        desk.MapEditing();
        desk.MapUpload();
        desk.MapAnswers();
        desk.MapHistory("/answers", Kinds.Answer);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, DocumentCatalogue catalogue, DocumentSearch search, IOptions<KnowledgeOptions> options, TimeProvider time, [FromQuery] string? page,
        CancellationToken cancellationToken)
    {
        var (filter, staleSince) = (DocumentFilter.Read(context.Request.Query), time.GetUtcNow() - options.Value.StaleAfter);
        var all = await catalogue.ListAsync(Kinds.Document, cancellationToken);
        var found = await search.FindAsync([.. all.Where(stored => filter.Admits(stored, staleSince))], filter.Words, Kinds.Document, cancellationToken);
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        if (QueryNumber.Read(page, 1, 1, pages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        var rows = filter.InOrder(found).Skip(((int)number - 1) * PageSize).Take(PageSize).Select(one => DocumentRows.Of(one, staleSince));
        return DeskEndpoints.Show<DocumentsPage>(context, new DocumentsModel([.. rows], filter, found.Count, all.Count, (int)number, pages)
        {
            Tags = DocumentRows.Tags(all),
            Origins = DocumentRows.Origins(all),
            HasStale = staleSince is not null,
            IsHybrid = search.IsHybrid,
            Notice = DeskNotices.Of(context.Request),
        });
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, DocumentPages pages) =>
        await pages.FindAsync(new(Kinds.Document, id), ReaderLanguage.Of(context.Request)) is { } model
            ? DeskEndpoints.Show<DocumentDeskPage>(context, model with { Notice = DeskNotices.Of(context.Request) })
            : await SiteEndpoints.MissingAsync(context.Request);

    /// <summary>Why it is not changed here, on its page.</summary>
    public static async Task<IResult> LockedAsync(HttpContext context, DocumentPages pages, DocumentKey key, Bilingual why) =>
        DeskEndpoints.Show<DocumentDeskPage>(
            context, (await pages.FindAsync(key, ReaderLanguage.Of(context.Request)))! with { Complaint = why }, StatusCodes.Status409Conflict);
}
