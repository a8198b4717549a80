using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Wenlu.BotHost.Site;

/// <summary>Tells one voter from another by a random number in a cookie, which is set by the first vote and says nothing else.</summary>
internal static class Voter
{
    private const string Cookie = "voter";
    private const int Length = 22;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>What is stored of it: a hash, from which the cookie cannot be made again.</summary>
    public static string Of(HttpContext context)
    {
        var number = context.Request.Cookies[Cookie] is { Length: Length } known ? known : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, number, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = Frame.Of(context.Request).IsSecure,
            MaxAge = Lifetime,
            IsEssential = true,
            Path = "/questions",
        });
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(number)).AsSpan(0, 9));
    }
}
