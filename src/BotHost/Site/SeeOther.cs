using Microsoft.AspNetCore.Http.HttpResults;

namespace Wenlu.BotHost.Site;

/// <summary>Leads a browser on by a page of its own (303), so that loading that again does nothing again.</summary>
internal static class SeeOther
{
    public static StatusCodeHttpResult To(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
