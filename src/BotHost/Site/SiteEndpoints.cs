using Microsoft.AspNetCore.Http.HttpResults;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>Pages for people: ask, read a document, read a question. Rendered on the server; the script only makes asking livelier.</summary>
internal static class SiteEndpoints
{
    /// <summary>A question travels in the address, of which a server reads 8 KB; a Chinese character takes nine bytes there.</summary>
    public const int MaxTyped = 500;

    public static readonly IReadOnlyCollection<string> Public = [AccessLabels.Everyone];

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription().AddEndpointFilter<AbsencePageFilter>();
        pages.MapGet("/", AskAsync);
        pages.MapGet("/ask/stream", AskStream.OpenAsync);
        pages.MapGet("/documents/{id}", DocumentAsync);
        pages.MapGet("/questions/{id}", QuestionAsync);
    }

    private static async Task<IResult> AskAsync(
        HttpRequest request, string? q, string? c, Visitors visitors, PublicPages pages, KnowledgeIndex index, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(request);
        return q?.Trim() switch
        {
            null or "" => Page(new AskPageModel { Suggestions = await pages.SuggestionsAsync(language) }, language),
            { Length: > MaxTyped } => Page(new AskPageModel { Notice = SiteTexts.TooLong.In(language) }, language, StatusCodes.Status400BadRequest),
            _ when !index.IsCaughtUp => AbsencePageFilter.Away(request.HttpContext),
            var question => Page(await AnswerAsync(question, c, visitors, cancellationToken), language),
        };
    }

    private static async Task<AskPageModel> AnswerAsync(string question, string? conversation, Visitors visitors, CancellationToken cancellationToken)
    {
        var visit = await visitors.WelcomeAsync(question, Visitors.ConversationOrNew(conversation), Public);
        var answer = await visitors.AnswerAsync(visit, cancellationToken);
        return new AskPageModel { Question = question, ConversationId = visit.ConversationId, Answer = answer };
    }

    private static RazorComponentResult<AskPage> Page(AskPageModel model, Language language, int status = StatusCodes.Status200OK) =>
        new(new { Language = language, Model = model }) { StatusCode = status };

    private static async Task<IResult> DocumentAsync(HttpRequest request, string id, PublicPages pages) =>
        await pages.DocumentAsync(id) is { } document
            ? new RazorComponentResult<Pages.DocumentPage>(new
            {
                Language = ReaderLanguage.Of(request),
                DocumentTitle = document.Document.Title,
                document.Document.Markdown,
                document.Document.Tags,
                document.UpdatedAt,
            })
            : Missing(request);

    private static async Task<IResult> QuestionAsync(HttpRequest request, string id, PublicPages pages) =>
        await pages.QuestionAsync(id) is { } answered
            ? new RazorComponentResult<QuestionPage>(new { Language = ReaderLanguage.Of(request), answered.Answer, answered.AnsweredAt, answered.IsOutdated })
            : Missing(request);

    public static RazorComponentResult<MissingPage> Missing(HttpRequest request) =>
        new(new { Language = ReaderLanguage.Of(request) }) { StatusCode = StatusCodes.Status404NotFound };
}

/// <summary>The ask page before a question, after one, or with something to say about it.</summary>
public sealed record AskPageModel
{
    public string? Question { get; init; }

    public string? ConversationId { get; init; }

    public Answer? Answer { get; init; }

    public string? Notice { get; init; }

    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
