using Wenlu.BotHost.Desk.Questions.Pages;
using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>One good answer that was given: corrected, published, or not wanted.</summary>
internal static class CandidateEndpoints
{
    private const string Root = DeskSections.Questions + "/given/";

    public static void MapCandidates(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/questions/given/{id}", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/questions/given/{id}/publish", PublishAsync);
        desk.MapPost("/questions/given/{id}/discard", DiscardAsync);
        desk.MapPost("/questions/given/{id}/reopen", ReopenAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, CandidateDesk candidates, AnswerPreviews previews)
    {
        if (await candidates.FindAsync(id) is not { } found || await candidates.DetachAsync(found.Candidate) is not { } question)
            return Gone(context);
        var typed = new TypedAnswer(question.Title, question.Markdown, string.Join('\n', question.Sources), string.Empty) { IsByModel = true };
        return DeskEndpoints.Show<CandidatePage>(context, (await ModelAsync(found, typed, previews)) with { Notice = DeskNotices.Of(context.Request) });
    }

    private static async Task<IResult> PublishAsync(
        HttpContext context, string id, CandidateDesk candidates, AnswerPreviews previews, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await candidates.FindAsync(id) is not { } found)
            return Gone(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var typed = TypedAnswer.Of(form);
        if (form["do"] == "preview")
            return DeskEndpoints.Show<CandidatePage>(context, await ModelAsync(found, typed, previews));
        var problem = PublicationReader.Read(typed.ToPublication(), id, time.GetUtcNow()) switch
        {
            Submission.Accepted accepted => (await candidates.PublishAsync(accepted.Document with { WrittenByModel = typed.IsByModel }, DeskGate.EditorOf(context), cancellationToken)).Problem,
            Submission.Refused refused => refused.Problem,
            _ => throw new InvalidOperationException("A submission is one of two."),
        };
        return problem is null
            ? DeskEndpoints.GoTo(context, $"{DeskSections.Published}/{id}", DeskNotices.Published)
            : DeskEndpoints.Show<CandidatePage>(
                context, (await ModelAsync(found, typed, previews)) with { Problems = FormProblems.Of(problem, ReaderLanguage.Of(context.Request)) }, StatusOf(problem));
    }

    private static async Task<IResult> DiscardAsync(HttpContext context, string id, CandidateDesk candidates) => await candidates.DiscardAsync(id, DeskGate.EditorOf(context)) switch
    {
        { DiscardedBy: null } => DeskEndpoints.GoTo(context, $"{DeskSections.Questions}?kind={WaitingQuery.Good}&undo={Uri.EscapeDataString("given/" + id)}", DeskNotices.Discarded),
        null => Gone(context),
        _ => DeskEndpoints.GoTo(context, Root + id, DeskNotices.TooLate),
    };

    private static async Task<IResult> ReopenAsync(HttpContext context, string id, CandidateDesk candidates)
    {
        await candidates.RestoreAsync(id, DeskGate.EditorOf(context));
        return DeskEndpoints.GoTo(context, Root + id, DeskNotices.Reopened);
    }

    private static async Task<CandidateModel> ModelAsync(VotedCandidate found, TypedAnswer typed, AnswerPreviews previews) =>
        new(WaitingList.Of(found), typed, await previews.ReadAsync(typed))
        {
            Outcome = found.Candidate is { DiscardedBy: { } by, DiscardedAt: { } at } ? QuestionDeskTexts.DismissedBy.With(by, PageTime.Day(at)) : null,
        };

    /// <summary>That a revision is not the one expected is a meeting of two editors, not a wrong form.</summary>
    private static int StatusOf(ApiProblem problem) => problem.Status == StatusCodes.Status412PreconditionFailed ? StatusCodes.Status409Conflict : problem.Status;

    private static IResult Gone(HttpContext context) => DeskEndpoints.Show<GonePage>(context, QuestionDeskTexts.Gone, StatusCodes.Status404NotFound);
}
