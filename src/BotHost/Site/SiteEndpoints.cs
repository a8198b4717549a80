using Wenlu.BotHost.Knowledge;
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
        pages.MapAskPages();
        pages.MapMethods("/documents/{id}", Reading, DocumentAsync);
        pages.MapQuestions();
        pages.MapFound();
        pages.MapPost("/language", LanguageEndpoint.SwitchAsync).AddEndpointFilter<CrossOriginFilter>();
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
