using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk;

/// <summary>
/// Lets editors who have signed in through, and of their posts those that come from the desk's own forms. Everybody else is led to
/// the door; nothing of the desk is kept by any cache.
/// </summary>
internal sealed class DeskGate(DeskSessions sessions, DeskAccounts accounts) : IEndpointFilter
{
    /// <summary>The field of a form, or the header of a script, that carries the session's form token.</summary>
    public const string TokenField = "form-token";
    public const string TokenHeader = "X-Form-Token";

    private static readonly object SessionItem = new();

    public static DeskSession SessionOf(HttpContext context) => (DeskSession)context.Items[SessionItem]!;

    /// <summary>The name of the editor whose request this is.</summary>
    public static string EditorOf(HttpContext context) => SessionOf(context).Editor;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(http.Request) is not { } session)
            return SignInFirst(http);
        http.Items[SessionItem] = session;
        return IsReading(http.Request) ? await next(context) : await TakeAsync(http.Request, session) is { } refusal ? refusal : await next(context);
    }

    /// <returns>Null for a post of one of the desk's own forms.</returns>
    private static async Task<IResult?> TakeAsync(HttpRequest request, DeskSession session)
    {
        if (!CrossOriginFilter.IsFromHere(request))
            return CrossOriginFilter.Refusing(request, DeskTexts.FormTooOld);
        if (request.HasFormContentType && await DeskForms.ReadAsync(request, request.HttpContext.RequestAborted) is null)
            return CrossOriginFilter.Refusing(request, DeskTexts.FormTooLarge, StatusCodes.Status413PayloadTooLarge);
        return IsOurs(request, session) ? null : CrossOriginFilter.Refusing(request, DeskTexts.FormTooOld);
    }

    /// <summary>Somebody who is no editor any more is out at once.</summary>
    private async Task<DeskSession?> FindAsync(HttpRequest request) =>
        DeskCookie.Read(request, DeskCookie.Session) is { } secret && await sessions.FindAsync(secret) is { } session && accounts.Allows(session.Account, session.UserId)
            ? session
            : null;

    private static StatusCodeHttpResult SignInFirst(HttpContext http)
    {
        var back = IsReading(http.Request) ? http.Request.Path + http.Request.QueryString : DeskEndpoints.Root;
        return SeeOther.To(http, $"{SignInEndpoints.Path}?back={Uri.EscapeDataString(back)}");
    }

    private static bool IsOurs(HttpRequest request, DeskSession session)
    {
        var token = request.Headers[TokenHeader].ToString();
        if (token.Length == 0 && request.HasFormContentType)
            token = request.Form[TokenField].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(session.FormToken));
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
