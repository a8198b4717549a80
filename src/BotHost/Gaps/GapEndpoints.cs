using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Gaps;

/// <summary>What waits for an answer, over HTTP. For editors only.</summary>
internal static class GapEndpoints
{
    private const int MaxListed = 200;

    public static void MapGapRoutes(this RouteGroupBuilder editors)
    {
        editors.MapGet("/gaps", ListAsync).DescribeListGaps();
        editors.MapPost("/gaps/{id}/answer", AnswerAsync).DescribeAnswerGap();
        editors.MapPost("/gaps/{id}/dismiss", DismissAsync).DescribeDismissGap();
        editors.MapPost("/gaps/{id}/merge", MergeAsync).DescribeMergeGap();
        editors.MapPost("/gaps/card", SendCardAsync).DescribeSendCard();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, GapDesk desk, NearestDocuments nearest, OutdatedAnswers outdated, KnowledgeIndex index, [FromQuery] string? limit)
    {
        if (QueryNumber.Read(limit, 50, 1, MaxListed) is not { } count)
            return ApiProblems.Invalid(FieldErrors.Of("limit", FieldTexts.Range(1, MaxListed))).In(context);
        if (!index.IsCaughtUp)
            return ApiProblems.IndexNotReady.In(context);
        var open = await desk.OpenAsync();
        var views = new List<GapView>();
        foreach (var gap in open.Take((int)count))
            views.Add(GapView.Of(gap, await nearest.FindAsync(gap.Question, access: null)));
        var flagged = (await outdated.ListAsync()).Select(answer => new OutdatedAnswer(answer.Document.Id, answer.Document.Title));
        return TypedResults.Json(new GapList(views, open.Count, [.. flagged]), GapWire.Json.GapList);
    }

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, GapDesk desk, GapStore gaps, CancellationToken cancellationToken)
    {
        if (await gaps.FindAsync(id) is not { } gap)
            return GapProblems.NotFound.In(context);
        var (draft, problem) = await CuratedEndpoints.ReadAsync(context.Request, desk.DefaultAudience, gap.Question, cancellationToken);
        if (draft is null)
            return problem!.In(context);
        return await desk.AnswerAsync(id, _ => draft, EditorFilter.EditorOf(context), cancellationToken) switch
        {
            GapDeed.Done done => TypedResults.Json(new GapAnswered(done.Gap.AnswerId), GapWire.Json.GapAnswered),
            GapDeed.Refused refused => refused.Problem.In(context),
            _ => GapProblems.TooLate.In(context),
        };
    }

    private static async Task<IResult> DismissAsync(string id, HttpContext context, GapDesk desk) =>
        await desk.DismissAsync(id, EditorFilter.EditorOf(context)) switch
        {
            GapDeed.Done => TypedResults.NoContent(),
            GapDeed.TooLate { Gap: null } => GapProblems.NotFound.In(context),
            _ => GapProblems.TooLate.In(context),
        };

    private static async Task<IResult> MergeAsync(string id, HttpContext context, GapDesk desk, GapStore gaps, CancellationToken cancellationToken)
    {
        var (into, problem) = await GapMergeReader.ReadAsync(context.Request, cancellationToken);
        if (into is null)
            return problem!.In(context);
        if (await gaps.FindAsync(id) is null || await gaps.FindAsync(into) is null)
            return GapProblems.NotFound.In(context);
        return await desk.MergeAsync(id, into, EditorFilter.EditorOf(context)) is GapDeed.Done ? TypedResults.NoContent() : GapProblems.TooLate.In(context);
    }

    private static async Task<IResult> SendCardAsync(
        HttpContext context, GapPost post, IOptions<GapOptions> options, IOptions<FeishuOptions> feishu, TimeProvider time)
    {
        if (!feishu.Value.IsEnabled || options.Value.Chat.Length == 0)
            return GapProblems.NoChat.In(context);
        var now = time.GetUtcNow();
        await post.ReportAsync(GapErrands.Card, $"gaps-card-{Guid.NewGuid():N}", now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }
}
