using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Desk.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk;

/// <summary>Who changed what, the newest first.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 100;

    public static void MapAudit(this RouteGroupBuilder desk) => desk.MapMethods("/audit", SiteEndpoints.Reading, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, AuditLog log, [FromQuery] string? page)
    {
        var pages = Math.Max(1, (int)((await log.CountAsync() + PageSize - 1) / PageSize));
        if (QueryNumber.Read(page, 1, 1, pages) is not { } number)
            return await SiteEndpoints.MissingAsync(context.Request);
        return DeskEndpoints.Show<AuditPage>(context, new AuditModel(await log.ReadAsync((number - 1) * PageSize, PageSize), (int)number, pages));
    }
}
