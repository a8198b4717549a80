using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>Pages for people: ask, read a document, read questions. Rendered on the server; scripts only make them livelier.</summary>
internal static class SiteEndpoints
{
    /// <summary>A question travels in the address, of which a server reads 8 KB; a Chinese character takes nine bytes there.</summary>
    public const int MaxTyped = 500;

    public static readonly IReadOnlyCollection<string> Public = [AccessLabels.Everyone];

    public static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription().AddEndpointFilter<AbsencePageFilter>();
        pages.MapMethods("/", Reading, AskAsync).RequireRateLimiting(SiteLimits.Asking);
        pages.MapGet("/ask/stream", AskStream.OpenAsync).RequireRateLimiting(SiteLimits.Asking);
        pages.MapMethods("/documents/{id}", Reading, DocumentAsync);
        pages.MapQuestions();
        pages.MapFound();
        pages.MapPost("/language", LanguageEndpoint.SwitchAsync).AddEndpointFilter<CrossOriginFilter>();
    }

    private static async Task<IResult> AskAsync(
        HttpRequest request, string? q, string? c, Visitors visitors, PublishedQuestions published, KnowledgeIndex index, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var frame = Frame.Of(request);
        return q?.Trim() switch
        {
            null or "" => new PageResult<AskPage>(frame, HomeModel.Of(published, frame.Language, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))),
            { Length: > MaxTyped } => new PageResult<AskPage>(
                frame, new AskPageModel { Notice = SiteTexts.TooLong.In(frame.Language) }, StatusCodes.Status400BadRequest),
            _ when !index.IsCaughtUp => AbsencePageFilter.Away(request.HttpContext),
            var question => new PageResult<AskPage>(frame, await AnswerAsync(question, c, visitors, cancellationToken)) { IsShared = false },
        };
    }

    private static async Task<AskPageModel> AnswerAsync(string question, string? conversation, Visitors visitors, CancellationToken cancellationToken)
    {
        var visit = await visitors.WelcomeAsync(question, Visitors.ConversationOrNew(conversation), Public, Door.Site);
        var answer = await visitors.AnswerAsync(visit, cancellationToken);
        return new AskPageModel { Question = question, ConversationId = visit.ConversationId, Answer = answer };
    }

    private static async Task<IResult> DocumentAsync(HttpRequest request, string id, PublicPages pages) =>
        await pages.DocumentAsync(id) is { } stored
            ? new PageResult<Pages.DocumentPage>(
                Frame.Of(request), new DocumentModel(id, stored.Document.Title, stored.Document.Markdown, stored.Document.Tags, stored.UpdatedAt))
            : await MissingAsync(request);

    public static async Task<IResult> MissingAsync(HttpRequest request)
    {
        var search = request.HttpContext.RequestServices.GetRequiredService<QuestionSearch>();
        return new PageResult<MissingPage>(
            Frame.Of(request), await MissingWords.ModelAsync(request.Path, search, request.HttpContext.RequestAborted), StatusCodes.Status404NotFound);
    }
}
