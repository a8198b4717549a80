using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverview(this RouteGroupBuilder desk) => desk.MapMethods("/", SiteEndpoints.Reading, async (HttpContext context, OverviewReader reader) =>
        DeskEndpoints.Show<OverviewPage>(context, await reader.ReadAsync(ReaderLanguage.Of(context.Request))));
}
