using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Desk.Questions.Pages;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>What waits: the questions to answer, and the answers to publish.</summary>
internal static partial class QuestionDeskEndpoints
{
    private const int MostPages = 1_000;
    private const int MostMerged = 25;

    public static void MapWaitingQuestions(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/questions", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/questions/merge", MergeAsync);
        desk.MapGaps();
        desk.MapCandidates();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, WaitingList list, [FromQuery] string? kind, [FromQuery] string? q, [FromQuery] string? page, [FromQuery] string? undo)
    {
        var typed = q?.Trim();
        if (!WaitingQuery.IsKind(Clean(kind)) || typed?.Length > SiteEndpoints.MaxTyped || QueryNumber.Read(page, 1, 1, MostPages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (await list.ReadAsync(new(Clean(kind), Clean(typed), (int)number), ReaderLanguage.Of(context.Request)) is not { } model)
            return await SiteEndpoints.MissingAsync(context.Request);
        var notice = DeskNotices.Of(context.Request);
        return DeskEndpoints.Show<WaitingPage>(context, model with { Notice = notice, Undo = notice is not null && undo is not null && Place().IsMatch(undo) ? undo : null });
    }

    /// <summary>Into the one that was asked most. What somebody else has dealt with meanwhile stays as it is.</summary>
    private static async Task<IResult> MergeAsync(HttpContext context, GapDesk desk)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = form["gap"].OfType<string>().Distinct().Take(MostMerged).ToList();
        var open = (await desk.OpenAsync()).Where(gap => chosen.Contains(gap.Id)).ToList();
        if (chosen.Count < 2 || open.Count < 2)
            return DeskEndpoints.GoTo(context, DeskSections.Questions, chosen.Count < 2 ? DeskNotices.MergeTwo : DeskNotices.TooLate);
        var isComplete = open.Count == chosen.Count;
        foreach (var gap in open.Skip(1))
            isComplete &= await desk.MergeAsync(gap.Id, open[0].Id, DeskGate.EditorOf(context)) is GapDeed.Done;
        return DeskEndpoints.GoTo(context, $"{DeskSections.Questions}/{open[0].Id}", isComplete ? DeskNotices.Merged : DeskNotices.MergedPartly);
    }

    private static string? Clean(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"\A(given/)?[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Place();
}
