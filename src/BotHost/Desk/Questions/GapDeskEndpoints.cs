using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Desk.Questions.Pages;
using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>One question that waits for an answer, and what an editor does with it.</summary>
internal static class GapDeskEndpoints
{
    public static void MapGaps(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/questions/{id}", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/questions/{id}/answer", AnswerAsync);
        desk.MapPost("/questions/{id}/merge", MergeAsync);
        desk.MapPost("/questions/{id}/discard", DiscardAsync);
        desk.MapPost("/questions/{id}/reopen", ReopenAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, GapPages pages, [FromQuery] string? find)
    {
        var wanted = find?.Trim() is { Length: > 0 and <= SiteEndpoints.MaxTyped } words ? words : null;
        return Page(context, await pages.ReadAsync(id, ReaderLanguage.Of(context.Request), wanted) is { } model ? model with { Notice = DeskNotices.Of(context.Request) } : null);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string id, GapPages pages, GapAnswering answering, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(context.Request);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var typed = TypedAnswer.Of(form);
        if (form["cite"].ToString() is { Length: > 0 } cited)
            return Page(context, await pages.ReadAsync(id, language, typed: typed.Citing(cited)));
        if (form["do"] == "preview")
            return Page(context, await pages.ReadAsync(id, language, typed: typed, withPreview: true));
        return await answering.AnswerAsync(id, typed, DeskGate.EditorOf(context), language, cancellationToken) switch
        {
            AnsweringResult.Done done => DeskEndpoints.GoTo(context, DeskSections.Questions, done.IsOnSite ? DeskNotices.AnsweredOnSite : DeskNotices.Answered),
            AnsweringResult.Refused refused => Page(context, await pages.ReadAsync(id, language, typed: typed) is { } model ? model with { Problems = refused.Problems } : null, StatusCodes.Status400BadRequest),
            _ => Page(context, await pages.ReadAsync(id, language, typed: typed) is { } model ? model with { Notice = QuestionDeskTexts.TooLate } : null, StatusCodes.Status409Conflict),
        };
    }

    private static async Task<IResult> MergeAsync(HttpContext context, string id, [FromForm] string? target, MergeTargets targets, GapPages pages, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(target) || await targets.MergeAsync(id, target, DeskGate.EditorOf(context), cancellationToken) is not { } deed)
            return await ComplainAsync(context, id, pages, FormProblems.None with { Sentence = QuestionDeskTexts.ChooseTarget });
        return deed switch
        {
            GapDeed.Done when target.StartsWith(MergeTargets.OfGap, StringComparison.Ordinal) =>
                DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{target[MergeTargets.OfGap.Length..]}", DeskNotices.Merged),
            GapDeed.Done => DeskEndpoints.GoTo(context, DeskSections.Questions, DeskNotices.MergedWithAnswer),
            GapDeed.Refused refused => await ComplainAsync(context, id, pages, FormProblems.Of(refused.Problem, ReaderLanguage.Of(context.Request))),
            _ => DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{id}", DeskNotices.TooLate),
        };
    }

    private static async Task<IResult> DiscardAsync(HttpContext context, string id, GapDesk desk) =>
        await desk.DismissAsync(id, DeskGate.EditorOf(context)) is GapDeed.Done
            ? DeskEndpoints.GoTo(context, $"{DeskSections.Questions}?undo={Uri.EscapeDataString(id)}", DeskNotices.Discarded)
            : DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{id}", DeskNotices.TooLate);

    private static async Task<IResult> ReopenAsync(HttpContext context, string id, GapDesk desk) =>
        DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{id}", await desk.ReopenAsync(id, DeskGate.EditorOf(context)) is GapDeed.Done ? DeskNotices.Reopened : DeskNotices.TooLate);

    private static async Task<IResult> ComplainAsync(HttpContext context, string id, GapPages pages, FormProblems problems) =>
        Page(context, await pages.ReadAsync(id, ReaderLanguage.Of(context.Request)) is { } model ? model with { Problems = problems } : null, StatusCodes.Status400BadRequest);

    private static IResult Page(HttpContext context, GapModel? model, int status = StatusCodes.Status200OK) => model is null
        ? DeskEndpoints.Show<GonePage>(context, QuestionDeskTexts.Gone, StatusCodes.Status404NotFound)
        : DeskEndpoints.Show<GapPage>(context, model, status);
}
