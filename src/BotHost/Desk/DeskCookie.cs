namespace Wenlu.BotHost.Desk;

/// <summary>
/// What a browser keeps of the desk. Always <c>Secure</c>: browsers send it over HTTPS and to their own machine, and an editor's
/// session travels no other way.
/// </summary>
internal static class DeskCookie
{
    public const string Session = "desk";
    public const string SignIn = "desk-sign-in";

    public static string? Read(HttpRequest request, string name) => request.Cookies[name] is { Length: > 20 and < 100 } secret ? secret : null;

    public static void Set(HttpResponse response, string name, string secret, TimeSpan lifetime) => response.Cookies.Append(name, secret, Of(lifetime));

    public static void Remove(HttpResponse response, string name) => response.Cookies.Delete(name, Of(null));

    /// <summary>Lax: the way back from Feishu begins on another site.</summary>
    private static CookieOptions Of(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
        Path = DeskEndpoints.Root,
    };
}
