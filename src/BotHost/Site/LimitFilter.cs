namespace Wenlu.BotHost.Site;

/// <summary>Lets a request through as often as one address may have it.</summary>
internal sealed class LimitFilter(SiteLimit limit) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var limits = context.HttpContext.RequestServices.GetRequiredService<SiteLimits>();
        return await limits.TakeAsync(limit, context.HttpContext) is { } refusal ? refusal : await next(context);
    }
}

internal static class LimitFilters
{
    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder route, SiteLimit limit) => route.AddEndpointFilter(new LimitFilter(limit));
}
