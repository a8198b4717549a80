using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>The ask page: as a link asks, as its form asks without a script, and as its script does.</summary>
internal static class AskPages
{
    public static void MapAskPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/", SiteEndpoints.Reading, AskAsync).Limited(SiteLimit.Asking);
        pages.MapPost("/", AskAsync).Limited(SiteLimit.Asking).AddEndpointFilter<CrossOriginFilter>();
        pages.MapPost("/ask/stream", AskStream.OpenAsync).Limited(SiteLimit.Asking).AddEndpointFilter<CrossOriginFilter>();
    }

    private static async Task<IResult> AskAsync(
        HttpRequest request, Visitors visitors, PublishedQuestions published, KnowledgeIndex index, TimeProvider time, CancellationToken cancellationToken)
    {
        var frame = Frame.Of(request);
        return await TypedQuestion.ReadAsync(request) switch
        {
            null => new PageResult<AskPage>(frame, HomeModel.Of(published, frame.Language, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))),
            { IsTooLong: true } tooLong => new PageResult<AskPage>(
                frame, new AskPageModel { Question = tooLong.Text, Notice = SiteTexts.TooLong.In(frame.Language) }, StatusCodes.Status400BadRequest),
            _ when !index.IsCaughtUp => await AbsencePageFilter.AwayAsync(request.HttpContext),
            var typed => new PageResult<AskPage>(frame, await AnswerAsync(typed, HttpMethods.IsPost(request.Method), visitors, cancellationToken)) { IsShared = false },
        };
    }

    /// <param name="typed">What was asked.</param>
    /// <param name="showsEarlier">An address can be passed on, and what was said before is nobody else's business; a form cannot.</param>
    private static async Task<AskPageModel> AnswerAsync(TypedQuestion typed, bool showsEarlier, Visitors visitors, CancellationToken cancellationToken)
    {
        var visit = await visitors.WelcomeAsync(typed.Text, Visitors.ConversationOrNew(typed.ConversationId), SiteEndpoints.Public, Door.Site, typed.Turn);
        return new AskPageModel
        {
            Question = typed.Text,
            ConversationId = visit.ConversationId,
            Turn = typed.Turn ?? 1,
            Earlier = showsEarlier ? [.. visit.Question.History.Select(turn => new EarlierTurn(turn.Question, turn.Answer))] : [],
            Answer = await visitors.AnswerAsync(visit, cancellationToken),
        };
    }
}
