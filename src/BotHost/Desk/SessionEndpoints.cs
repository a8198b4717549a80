using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Desk.Pages;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk;

/// <summary>Who is at the desk, and on which device; any of these sessions can be ended.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/sessions", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/sessions/end", EndAsync);
        desk.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskSessions sessions) =>
        DeskEndpoints.Show<SessionsPage>(context, new SessionsModel(await sessions.ListAsync(), DeskNotices.Of(context.Request)));

    private static async Task<IResult> EndAsync(HttpContext context, [FromForm] string? id, DeskSessions sessions, AuditLog audit, TimeProvider time)
    {
        if (await sessions.EndAsync(id ?? string.Empty) is { } ended)
            await audit.WriteAsync(new(time.GetUtcNow(), DeskGate.EditorOf(context), AuditAction.EndedSession, string.Empty, ended.Editor));
        return DeskEndpoints.GoTo(context, DeskSections.Sessions, DeskNotices.SessionEnded);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, DeskSessions sessions, AuditLog audit, TimeProvider time)
    {
        var session = DeskGate.SessionOf(context);
        await sessions.EndAsync(session.Id);
        await audit.WriteAsync(new(time.GetUtcNow(), session.Editor, AuditAction.SignedOut, string.Empty, string.Empty));
        DeskCookie.Remove(context.Response, DeskCookie.Session);
        return DeskEndpoints.GoTo(context, SignInEndpoints.Path);
    }
}
