using Wenlu.BotHost.Site.Pages;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Site;

/// <summary>A store that is away gets people a page that says so, and browsers a status that they do not keep.</summary>
internal sealed partial class AbsencePageFilter(ILogger<AbsencePageFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception) && !context.HttpContext.Response.HasStarted)
        {
            Log.StoreAway(logger, exception.Message);
            return Away(context.HttpContext);
        }
    }

    public static IResult Away(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return new PageResult<AwayPage>(Frame.Of(context.Request), status: StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store could not be reached for a page: {Cause}")]
        public static partial void StoreAway(ILogger logger, string cause);
    }
}
