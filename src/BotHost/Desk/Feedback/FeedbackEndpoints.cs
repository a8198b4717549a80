using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Desk.Feedback.Pages;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Feedback;

/// <summary>What people say of answers, and from there to a better one.</summary>
internal static class FeedbackEndpoints
{
    private const int MostPages = 1_000;

    public static void MapFeedback(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/feedback", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/feedback/raise", RaiseAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FeedbackList list, [FromQuery] string? kind, [FromQuery] string? q, [FromQuery] string? page)
    {
        var text = q?.Trim() is { Length: > 0 } typed ? typed : null;
        if (kind is not (null or "" or FeedbackQuery.Down or FeedbackQuery.Written) || text?.Length > SiteEndpoints.MaxTyped || QueryNumber.Read(page, 1, 1, MostPages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        return await list.ReadAsync(new(string.IsNullOrEmpty(kind) ? null : kind, text, (int)number), ReaderLanguage.Of(context.Request)) is { } model
            ? DeskEndpoints.Show<FeedbackPage>(context, model with { Notice = DeskNotices.Of(context.Request) })
            : await SiteEndpoints.MissingAsync(context.Request);
    }

    /// <summary>An editor wants a better answer; a second time it is where it was.</summary>
    private static async Task<IResult> RaiseAsync(HttpContext context, [FromForm] string? question, GapCollector collector, GapDesk desk, AuditLog audit, TimeProvider time)
    {
        var wording = question?.Trim() ?? string.Empty;
        if (wording.Length is 0 or > DocumentFields.MaxTitle || !DocumentFields.IsOneLine(wording))
            return DeskEndpoints.GoTo(context, DeskSections.Feedback);
        var editor = DeskGate.EditorOf(context);
        if (await collector.RaiseAsync(wording, "desk-" + PublicationRule.IdOf(wording)) is not { } gap)
            return DeskEndpoints.GoTo(context, DeskSections.Questions, DeskNotices.TooLate);
        if (gap.State == GapState.Dismissed)
            await desk.ReopenAsync(gap.Id, editor);
        await audit.WriteAsync(new AuditEntry(time.GetUtcNow(), editor, AuditAction.Raised, $"gap:{gap.Id}", gap.Question));
        return DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{gap.Id}", DeskNotices.Raised);
    }
}
