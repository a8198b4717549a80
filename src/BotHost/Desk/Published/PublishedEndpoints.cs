using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Desk.Published.Pages;
using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Published;

/// <summary>The questions on the site: looked through, edited, taken down and put back.</summary>
internal static class PublishedEndpoints
{
    private const int MostPages = 100_000;

    public static void MapPublished(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/published", SiteEndpoints.Reading, ListAsync);
        desk.MapMethods("/published/{id}", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/published/{id}", SaveAsync);
        desk.MapPost("/published/{id}/take-down", TakeDownAsync);
        desk.MapPost("/published/{id}/put-back", PutBackAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, PublishedList list, [FromQuery] string? kind, [FromQuery] string? q, [FromQuery] string? page, [FromQuery] string? undo)
    {
        var text = q?.Trim() is { Length: > 0 } typed ? typed : null;
        if (kind is not (null or "" or PublishedQuery.Changed or PublishedQuery.Away) || text?.Length > SiteEndpoints.MaxTyped || QueryNumber.Read(page, 1, 1, MostPages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (await list.ReadAsync(new(string.IsNullOrEmpty(kind) ? null : kind, text, (int)number)) is not { } model)
            return await SiteEndpoints.MissingAsync(context.Request);
        var notice = DeskNotices.Of(context.Request);
        return DeskEndpoints.Show<PublishedPage>(context, model with { Notice = notice, Undo = notice is not null && undo is not null && DocumentId.IsValid(undo) ? undo : null });
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, PublishedPages pages) =>
        await pages.FindAsync(id) is { } stored
            ? DeskEndpoints.Show<PublishedEditPage>(context, (await pages.ReadAsync(stored, PublishedPages.Begin(stored))) with { Notice = DeskNotices.Of(context.Request) })
            : Gone(context);

    private static async Task<IResult> SaveAsync(
        HttpContext context, string id, PublishedPages pages, Publisher publisher, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var typed = TypedAnswer.Of(form);
        if (await pages.FindAsync(id) is not { } stored)
            return Gone(context);
        if (form["do"] == "preview")
            return DeskEndpoints.Show<PublishedEditPage>(context, await pages.ReadAsync(stored, typed));
        var problem = PublicationReader.Read(typed.ToPublication(), id, time.GetUtcNow()) switch
        {
            Submission.Accepted accepted => (await publisher.PublishAsync(
                accepted.Document with { WrittenByModel = stored.Document.WrittenByModel && typed.IsByModel }, Precondition.OneOf([typed.Revision]), DeskGate.EditorOf(context), cancellationToken)).Problem,
            Submission.Refused refused => refused.Problem,
            _ => throw new InvalidOperationException("A submission is one of two."),
        };
        return problem is null
            ? DeskEndpoints.GoTo(context, $"{DeskSections.Published}/{id}", DeskNotices.PageSaved)
            : await ComplainAsync(context, pages, stored, typed, problem);
    }

    private static async Task<IResult> ComplainAsync(HttpContext context, PublishedPages pages, StoredDocument stored, TypedAnswer typed, ApiProblem problem)
    {
        if (problem is not { Status: StatusCodes.Status412PreconditionFailed })
        {
            var refused = await pages.ReadAsync(stored, typed) with { Problems = FormProblems.Of(problem, ReaderLanguage.Of(context.Request)) };
            return DeskEndpoints.Show<PublishedEditPage>(context, refused, problem.Status);
        }
        var meanwhile = problem.Current is { At: { } at } write
            ? PublishedDeskTexts.EditedMeanwhile.With(write.Editor, at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC")
            : PublishedDeskTexts.Vanished;
        var model = await pages.ReadAsync(stored, typed with { Revision = problem.CurrentRevision ?? 0 });
        return DeskEndpoints.Show<PublishedEditPage>(context, model with { Problems = FormProblems.None with { Sentence = meanwhile } }, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> TakeDownAsync(HttpContext context, string id, Publisher publisher, CancellationToken cancellationToken) =>
        await publisher.WithdrawAsync(id, DeskGate.EditorOf(context), cancellationToken) is { Problem.Status: StatusCodes.Status404NotFound }
            ? Gone(context)
            : DeskEndpoints.GoTo(context, $"{DeskSections.Published}?undo={Uri.EscapeDataString(id)}", DeskNotices.TakenDown);

    private static async Task<IResult> PutBackAsync(HttpContext context, string id, PublishedPages pages, Publisher publisher, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(id))
            return Gone(context);
        var result = await publisher.RestoreAsync(id, DeskGate.EditorOf(context), cancellationToken);
        return result.Problem is null || await pages.FindAsync(id) is not null
            ? DeskEndpoints.GoTo(context, $"{DeskSections.Published}/{id}", DeskNotices.PutBack)
            : Gone(context);
    }

    private static IResult Gone(HttpContext context) => DeskEndpoints.Show<PublishedGonePage>(context, status: StatusCodes.Status404NotFound);
}
