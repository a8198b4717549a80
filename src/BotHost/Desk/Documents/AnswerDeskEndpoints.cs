using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Editors' own answers (官方回答): listed, those first that somebody should look at; written and changed.</summary>
internal static class AnswerDeskEndpoints
{
    public const string Path = DeskEndpoints.Root + "/answers";
    public const string NewPath = DeskEndpoints.Root + "/new-answer";

    private const int PageSize = 50;

    public static void MapAnswers(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/answers", SiteEndpoints.Reading, ListAsync);
        desk.MapMethods("/new-answer", SiteEndpoints.Reading, (HttpContext context, AnswerSaving saving) =>
            DeskEndpoints.Show<AnswerPage>(context, new AnswerModel(Path, AnswerForm.New(saving.DefaultAudience), Complaints.None, null)));
        desk.MapPost("/new-answer", CreateAsync);
        desk.MapMethods("/answers/{id}", SiteEndpoints.Reading, OpenAsync);
        desk.MapPost("/answers/{id}", SaveAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, DocumentCatalogue catalogue, DocumentSearch search, AnswerStates states, [FromQuery] string? q, [FromQuery] string? flagged,
        [FromQuery] string? page, CancellationToken cancellationToken)
    {
        var known = await catalogue.ReadAsync(cancellationToken);
        var all = known.Values.Where(stored => stored.Document.Kind == Kinds.Answer).OrderByDescending(stored => stored.Change).ToList();
        var (words, onlyFlagged) = (q?.Trim() ?? string.Empty, flagged == "1");
        var rows = await states.ReadAsync(all, known);
        var byId = rows.ToDictionary(row => row.Id);
        var found = (await search.FindAsync(all, words, Kinds.Answer, cancellationToken)).Select(one => byId[one.Stored.Document.Id]);
        AnswerRow[] shown = [.. onlyFlagged ? found.Where(IsFlagged) : words.Length > 0 ? found : found.OrderByDescending(IsFlagged)];
        var pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        if (QueryNumber.Read(page, 1, 1, pages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        AnswerRow[] here = [.. shown.Skip(((int)number - 1) * PageSize).Take(PageSize)];
        return DeskEndpoints.Show<AnswersPage>(context, new AnswersModel(
            here, words, onlyFlagged, shown.Length, rows.Count(IsFlagged), rows.Count, (int)number, pages)
        { Notice = DeskNotices.Of(context.Request) });
    }

    private static bool IsFlagged(AnswerRow row) => row.State != AnswerState.Current;

    private static async Task<IResult> OpenAsync(HttpContext context, string id, AnswerPages answers, DocumentPages pages, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Kinds.Answer, id);
        if (await answers.FindAsync(key, cancellationToken) is { } model)
            return Show(context, model with { Notice = DeskNotices.Of(context.Request) });
        return await pages.FindAsync(key, ReaderLanguage.Of(context.Request)) is { } deleted
            ? DeskEndpoints.Show<DocumentDeskPage>(context, deleted with { Notice = DeskNotices.Of(context.Request) })
            : await SiteEndpoints.MissingAsync(context.Request);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, AnswerSaving saving, CancellationToken cancellationToken)
    {
        var form = AnswerForm.Read(await context.Request.ReadFormAsync(cancellationToken), id: null) with { Revision = 0 };
        return await FinishAsync(context, new AnswerModel(Path, form, Complaints.None, null), saving, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, string id, AnswerPages answers, AnswerSaving saving, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(id))
            return await SiteEndpoints.MissingAsync(context.Request);
        var form = AnswerForm.Read(await context.Request.ReadFormAsync(cancellationToken), id);
        var model = await answers.FindAsync(new(Kinds.Answer, id), cancellationToken) ?? new AnswerModel($"{Path}/{id}", form, Complaints.None, null);
        return await FinishAsync(context, model with { Form = form }, saving, cancellationToken);
    }

    private static async Task<IResult> FinishAsync(HttpContext context, AnswerModel model, AnswerSaving saving, CancellationToken cancellationToken)
    {
        if (DeskForms.WantsPreview(context.Request))
            return Show(context, model with { Preview = DocumentPages.Html(new(string.Empty, string.Empty, model.Form.Answer, Audience.Tenant) { Kind = Kinds.Answer }) });
        var isNew = model.Path == Path;
        var saved = await saving.SaveAsync(model.Form, isNew, DeskGate.EditorOf(context), ReaderLanguage.Of(context.Request), cancellationToken);
        return saved switch
        {
            Saving.Done done => DeskEndpoints.GoTo(context, $"{Path}/{done.Id}", done.Notice),
            Saving.Again { Conflict: { } conflict } again =>
                Show(context, model with { Form = model.Form with { Revision = conflict.Revision }, Conflict = conflict }, again.Status),
            Saving.Again again => Show(context, model with { Complaints = again.Complaints }, again.Status),
            _ => throw new InvalidOperationException("A form is saved or comes back."),
        };
    }

    private static IResult Show(HttpContext context, AnswerModel model, int status = StatusCodes.Status200OK) => DeskEndpoints.Show<AnswerPage>(context, model, status);
}
