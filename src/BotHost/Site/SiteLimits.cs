using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>How often one address may do what costs something, in each replica.</summary>
internal static class SiteLimits
{
    public const string Asking = "asking";
    public const string Voting = "voting";
    public const string SigningIn = "signing in";

    private const int VotesPerMinute = 30;

    /// <summary>Enough for mistakes, and too few to guess a key.</summary>
    private const int SignInsPerMinute = 20;

    public static void AddSiteLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Asking, context => PerMinute(context, context.Request.Query.ContainsKey("q") ? Options(context).AsksPerMinute : 0));
        limiter.AddPolicy(Voting, context => PerMinute(context, VotesPerMinute));
        limiter.AddPolicy(SigningIn, context => PerMinute(context, SignInsPerMinute));
        limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext));
    });

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return new PageResult<NoticePage>(Frame.Of(context.Request), SiteTexts.TooMany, StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int limit)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        return limit == 0
            ? RateLimitPartition.GetNoLimiter(string.Empty)
            : RateLimitPartition.GetSlidingWindowLimiter(address, _ => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }

    private static SiteOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
}
