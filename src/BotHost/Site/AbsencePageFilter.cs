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
            return await AwayAsync(context.HttpContext);
        }
    }

    /// <summary>Whoever asked something keeps their question.</summary>
    public static async Task<IResult> AwayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        var frame = Frame.Of(context.Request);
        var typed = context.Request.Path == "/" ? await TypedQuestion.ReadAsync(context.Request) : null;
        return new PageResult<NoticePage>(frame, NoticeModel.Of(AskNotice.Away, frame.Language, typed), StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store could not be reached for a page: {Cause}")]
        public static partial void StoreAway(ILogger logger, string cause);
    }
}
