using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>New documents, and documents changed.</summary>
internal static class EditEndpoints
{
    public const string NewPath = DeskEndpoints.Root + "/new-document";

    public static void MapEditing(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/new-document", SiteEndpoints.Reading, (HttpContext context, DocumentSaving saving) =>
            DeskEndpoints.Show<EditPage>(context, new EditModel(DeskSections.Documents, DocumentForm.New(saving.DefaultAudience), Complaints.None) { IsNew = true }));
        desk.MapPost("/new-document", CreateAsync).Holding(DeskForms.MostText);
        desk.MapMethods("/documents/{id}/edit", SiteEndpoints.Reading, OpenAsync);
        desk.MapPost("/documents/{id}/edit", SaveAsync).Holding(DeskForms.MostText);
        desk.MapPost("/preview", PreviewAsync).Holding(DeskForms.MostText);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string id, KnowledgeStore store, DocumentPages pages)
    {
        var key = new DocumentKey(Kinds.Document, id);
        if (!DocumentId.IsValid(id) || await store.FindAsync(key) is not { } stored)
            return await SiteEndpoints.MissingAsync(context.Request);
        return DocumentOrigins.WhyLocked(stored) is { } why
            ? await DocumentDeskEndpoints.LockedAsync(context, pages, key, why)
            : Show(context, DocumentForm.Of(stored), new Saving.Again(Complaints.None, null, StatusCodes.Status200OK));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, DocumentSaving saving, CancellationToken cancellationToken)
    {
        var form = DocumentForm.Read(await context.Request.ReadFormAsync(cancellationToken), id: null) with { Revision = 0 };
        return await FinishAsync(context, form, saving, isNew: true, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, string id, KnowledgeStore store, DocumentPages pages, DocumentSaving saving, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Kinds.Document, id);
        if (!DocumentId.IsValid(id))
            return await SiteEndpoints.MissingAsync(context.Request);
        if (await store.FindFactsAsync(key) is { } stored && DocumentOrigins.WhyLocked(stored) is { } why)
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, why);
        return await FinishAsync(context, DocumentForm.Read(await context.Request.ReadFormAsync(cancellationToken), id), saving, isNew: false, cancellationToken);
    }

    private static async Task<IResult> FinishAsync(HttpContext context, DocumentForm form, DocumentSaving saving, bool isNew, CancellationToken cancellationToken)
    {
        if (DeskForms.WantsPreview(context.Request))
            return Show(context, form, new Saving.Again(Complaints.None, null, StatusCodes.Status200OK), isNew, Html(form.Id, form.Title, form.Markdown));
        var saved = await saving.SaveAsync(form, isNew, DeskGate.EditorOf(context), ReaderLanguage.Of(context.Request), cancellationToken);
        return saved switch
        {
            Saving.Done done => DeskEndpoints.GoTo(context, $"{DeskSections.Documents}/{done.Id}", done.Notice),
            Saving.Again again => Show(context, form, again, isNew),
            _ => throw new InvalidOperationException("A form is saved or comes back."),
        };
    }

    /// <summary>What comes back after a conflict is an edit of what the other has made: sent again, it stands.</summary>
    private static IResult Show(HttpContext context, DocumentForm form, Saving.Again again, bool isNew = false, string? preview = null) => DeskEndpoints.Show<EditPage>(
        context,
        new EditModel(
            isNew ? DeskSections.Documents : $"{DeskSections.Documents}/{form.Id}",
            again.Conflict is { } conflict ? form with { Revision = conflict.Revision } : form, again.Complaints)
        {
            IsNew = isNew,
            Conflict = again.Conflict,
            Preview = preview,
            IsPlainText = form.Id == GlossaryDocument.Id,
        },
        again.Status);

    /// <summary>For a script, which shows it beside the text.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var html = form.ContainsKey("answer")
            ? DocumentPages.Html(new("preview", string.Empty, FormList.Text(form, "answer"), Audience.Tenant) { Kind = Kinds.Answer })
            : Html(form["id"].ToString(), form["title"].ToString(), FormList.Text(form, "markdown"));
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }

    private static string Html(string id, string title, string markdown) => DocumentPages.Html(new(id, title, markdown, Audience.Tenant));
}
