using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Knowledge;

/// <summary>A store that is away is the reader's to wait for, not an error of the request.</summary>
internal sealed partial class StoreAbsenceFilter(ILogger<StoreAbsenceFilter> logger) : IEndpointFilter
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
            return ApiProblems.StoreUnreachable.In(context.HttpContext);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store could not be reached for a request: {Cause}")]
        public static partial void StoreAway(ILogger logger, string cause);
    }
}
