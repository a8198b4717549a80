using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>How often one address may do what costs something, in each replica: so often at once, and then as time passes.</summary>
internal static class SiteLimits
{
    public const string Asking = "asking";
    public const string AskingApi = "asking-api";
    public const string Voting = "voting";
    public const string SigningIn = "signing in";

    private const int VotesPerMinute = 30;

    /// <summary>Nobody types faster; a script that pays nothing for what it asks does.</summary>
    private const int DefaultAsksPerMinute = 20;

    /// <summary>Enough for mistakes, and too few to guess a key.</summary>
    private const int SignInsPerMinute = 20;

    public static void AddSiteLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Asking, context => PerMinute(context, IsQuestion(context.Request) ? PageLimit(context) : 0));
        limiter.AddPolicy(AskingApi, context => PerMinute(context, ApiLimit(context)));
        limiter.AddPolicy(Voting, context => PerMinute(context, VotesPerMinute));
        limiter.AddPolicy(SigningIn, context => PerMinute(context, SignInsPerMinute));
        limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    });

    private static bool IsQuestion(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Query.ContainsKey("q");

    /// <summary>
    /// Unless the operator says how many: this machine's own address is a proxy that does not tell whose question it brings, and all
    /// visitors together would be one; or it is the operator.
    /// </summary>
    private static int PageLimit(HttpContext context) =>
        Setting(context) ?? (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) ? 0 : DefaultAsksPerMinute);

    /// <summary>Programs that ask much, evaluations and other services of the team, are limited only if the operator wants it; editors never.</summary>
    private static int ApiLimit(HttpContext context) =>
        Setting(context) is { } limit && context.RequestServices.GetRequiredService<EditorKeys>().Check(context.Request) is not EditorVerdict.Editor ? limit : 0;

    private static RateLimitPartition<string> PerMinute(HttpContext context, int limit)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        return limit == 0
            ? RateLimitPartition.GetNoLimiter(string.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(address, _ => new() { TokenLimit = limit, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit });
    }

    private static async Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var refusal = context.Request.Path.StartsWithSegments("/api")
            ? AskProblems.TooMany.In(context)
            : new PageResult<NoticePage>(Frame.Of(context.Request), await NoticeAsync(context.Request, seconds), StatusCodes.Status429TooManyRequests);
        await refusal.ExecuteAsync(context);
    }

    private static async Task<NoticeModel> NoticeAsync(HttpRequest request, int seconds)
    {
        var typed = await TypedQuestion.ReadAsync(request);
        var notice = AskNotice.TooMany with { Text = (typed is null ? AskTexts.Wait : AskTexts.TooManyWait).With(seconds) };
        return NoticeModel.Of(notice, ReaderLanguage.Of(request), typed);
    }

    private static int? Setting(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.AsksPerMinute;
}
