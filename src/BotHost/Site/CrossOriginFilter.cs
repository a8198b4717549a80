using Microsoft.Extensions.Options;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>
/// Lets a post through only from this site's own pages. Browsers say where a request comes from, and no page can make them say
/// otherwise; a token in the form would do the same, and make every page another one for everybody.
/// </summary>
internal sealed class CrossOriginFilter : IEndpointFilter
{
    /// <summary>A few short fields.</summary>
    public const long LongestForm = 16 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsFromHere(request))
            return Refusing(request, SiteTexts.NotFromHere);
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm)
            return TypedResults.BadRequest();
        return await next(context);
    }

    public static PageResult<NoticePage> Refusing(HttpRequest request, Bilingual sentence, int status = StatusCodes.Status403Forbidden) =>
        new(Frame.Of(request), NoticeModel.Refusing(sentence, ReaderLanguage.Of(request)), status) { IsShared = false };

    /// <summary>Old browsers send no fetch metadata, but the origin of every post.</summary>
    public static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && IsThisSite(origin.Authority, request),
        _ => false,
    };

    /// <summary>A proxy may call this service by a name that no browser knows.</summary>
    private static bool IsThisSite(string authority, HttpRequest request) =>
        new[] { request.Host.Value, request.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl?.Authority }
            .Contains(authority, StringComparer.OrdinalIgnoreCase);
}
