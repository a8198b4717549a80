using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using Wenlu.BotHost.Desk;

namespace Wenlu.BotHost.Site;

/// <summary>
/// A page, rendered whole and then tagged by what it says: who has it already gets a 304. Caches keep it, and ask each time
/// whether it still stands, since a page may have to go away at once.
/// </summary>
internal sealed class PageResult<TPage>(Frame frame, object? model = null, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    /// <summary>False for what only this visitor sees.</summary>
    public bool IsShared { get; init; } = true;

    /// <summary>Whose page of the desk it is; null for every other page.</summary>
    public DeskSession? Session { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var renderer = httpContext.RequestServices.GetRequiredService<HtmlRenderer>();
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(Parameters())).ToHtmlString());
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
        await CachedBody.WriteAsync(httpContext, Encoding.UTF8.GetBytes(html), status == StatusCodes.Status200OK && IsShared);
    }

    private ParameterView Parameters()
    {
        var parameters = new Dictionary<string, object?> { ["Frame"] = frame };
        if (model is not null)
            parameters["Model"] = model;
        if (Session is not null)
            parameters["Session"] = Session;
        return ParameterView.FromDictionary(parameters);
    }
}

/// <summary>Writes a body that caches may keep as long as it is the same.</summary>
internal static class CachedBody
{
    public static async Task WriteAsync(HttpContext context, byte[] body, bool isShared = true)
    {
        var headers = context.Response.GetTypedHeaders();
        if (!isShared)
        {
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
            return;
        }

        // Weak: the same page may be sent compressed or plain.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}\"", isWeak: true);
        headers.ETag = tag;
        context.Response.Headers.CacheControl = "public, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
