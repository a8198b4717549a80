using Wenlu.BotHost.Desk.Documents;
using Wenlu.BotHost.Desk.Feedback;
using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Desk.Overview;
using Wenlu.BotHost.Desk.Pages;
using Wenlu.BotHost.Desk.Published;
using Wenlu.BotHost.Desk.Questions;
using Wenlu.BotHost.Desk.Sync;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk;

/// <summary>The editors' desk: pages for those who look after the knowledge.</summary>
internal static class DeskEndpoints
{
    public const string Root = "/desk";

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        // The gate checks each form's token, which belongs to the session; the framework's own belongs to one process.
        var desk = routes.MapGroup(Root).ExcludeFromDescription().AddEndpointFilter<AbsencePageFilter>().AddEndpointFilter<DeskGate>().DisableAntiforgery();
        desk.MapOverview();
        desk.MapDocumentDesk();
        desk.MapWaitingQuestions();
        desk.MapPublished();
        desk.MapFeedback();
        desk.MapNumbers();
        desk.MapSyncDesk();
        desk.MapAudit();
        desk.MapSessions();
    }

    /// <summary>A page of the desk for the editor who asks.</summary>
    public static IResult Show<TPage>(HttpContext context, object? model = null, int status = StatusCodes.Status200OK)
        where TPage : DeskComponent =>
        new PageResult<TPage>(Frame.Of(context.Request), model, status) { IsShared = false, Session = DeskGate.SessionOf(context) };

    /// <summary>After a post: a page that can be loaded again without doing it again.</summary>
    /// <param name="context">The post.</param>
    /// <param name="path">Of the desk.</param>
    /// <param name="done">What was done, one of <see cref="DeskNotices"/>; null says nothing.</param>
    public static IResult GoTo(HttpContext context, string path, string? done = null)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return SeeOther.To(context, done is null ? path : $"{path}{separator}done={done}");
    }

    /// <summary>Only to the desk, and nowhere else.</summary>
    public static string Back(string? path) =>
        LanguageEndpoint.Back(path ?? string.Empty) is var back && (back == Root || back.StartsWith(Root + "/", StringComparison.Ordinal) || back.StartsWith(Root + "?", StringComparison.Ordinal))
            ? back
            : Root;
}
