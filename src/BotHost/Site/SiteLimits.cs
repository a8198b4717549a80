using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>What costs something.</summary>
internal enum SiteLimit
{
    Asking,
    AskingApi,
    Voting,
    SigningIn,
}

/// <summary>
/// How often one address may do what costs something, in each replica: so often at once, and then as time passes. Not the framework's
/// middleware, whose limiters outlive the service that they belong to.
/// </summary>
internal sealed class SiteLimits : IDisposable
{
    private const int VotesPerMinute = 30;

    /// <summary>Nobody types faster; a script that pays nothing for what it asks does.</summary>
    private const int DefaultAsksPerMinute = 20;

    /// <summary>Enough for mistakes, and too few to guess a key.</summary>
    private const int SignInsPerMinute = 20;

    private readonly Dictionary<SiteLimit, PartitionedRateLimiter<HttpContext>> limiters = new()
    {
        [SiteLimit.Asking] = PerMinute(context => IsQuestion(context.Request) ? PageLimit(context) : 0),
        [SiteLimit.AskingApi] = PerMinute(ApiLimit),
        [SiteLimit.Voting] = PerMinute(_ => VotesPerMinute),
        [SiteLimit.SigningIn] = PerMinute(_ => SignInsPerMinute),
    };

    /// <returns>Null when it may be done; otherwise what to answer.</returns>
    public async Task<IResult?> TakeAsync(SiteLimit limit, HttpContext context)
    {
        using var lease = limiters[limit].AttemptAcquire(context);
        return lease.IsAcquired ? null : await RefuseAsync(context, lease);
    }

    public void Dispose()
    {
        foreach (var limiter in limiters.Values)
            limiter.Dispose();
    }

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

    /// <param name="limitOf">How often in a minute; 0: there is no limit.</param>
    private static PartitionedRateLimiter<HttpContext> PerMinute(Func<HttpContext, int> limitOf) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        limitOf(context) is not 0 and var limit
            ? RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new() { TokenLimit = limit, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit })
            : RateLimitPartition.GetNoLimiter(string.Empty));

    private static async Task<IResult> RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Request.Path.StartsWithSegments("/api")
            ? AskProblems.TooMany.In(context)
            : new PageResult<NoticePage>(Frame.Of(context.Request), await NoticeAsync(context.Request, seconds), StatusCodes.Status429TooManyRequests);
    }

    private static async Task<NoticeModel> NoticeAsync(HttpRequest request, int seconds)
    {
        var typed = await TypedQuestion.ReadAsync(request);
        var notice = AskNotice.TooMany with { Text = (typed is null ? AskTexts.Wait : AskTexts.TooManyWait).With(seconds) };
        return NoticeModel.Of(notice, ReaderLanguage.Of(request), typed);
    }

    private static int? Setting(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.AsksPerMinute;
}
