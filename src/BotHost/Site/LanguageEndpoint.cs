namespace Wenlu.BotHost.Site;

/// <summary>Keeps the language that a reader chose, and leads back to where they chose it.</summary>
internal static class LanguageEndpoint
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static async Task<IResult> SwitchAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var to = form["to"].ToString();
        if (to is not (ReaderLanguage.Chinese or ReaderLanguage.English))
            return TypedResults.BadRequest();
        context.Response.Cookies.Append(ReaderLanguage.Cookie, to, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Frame.Of(context.Request).IsSecure,
            MaxAge = Lifetime,
            IsEssential = true,
        });
        return SeeOther.To(context, Back(form["back"].ToString()));
    }

    /// <summary>Only to this site: browsers read two slashes, or a slash and its mirror image, as another one.</summary>
    public static string Back(string path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && path.All(character => character is > ' ' and < '\x7F') ? path : "/";
}
