using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Desk.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk;

/// <summary>The door of the desk: in by Feishu or by key, and out.</summary>
internal static class SignInEndpoints
{
    /// <summary>The door itself.</summary>
    public const string Path = DeskEndpoints.Root + "/sign-in";

    /// <summary>Where Feishu leads people back to.</summary>
    public const string CallbackPath = DeskEndpoints.Root + "/callback";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup(DeskEndpoints.Root).ExcludeFromDescription().AddEndpointFilter<AbsencePageFilter>();
        door.MapMethods("/sign-in", SiteEndpoints.Reading, Show);
        door.MapPost("/sign-in/key", ByKeyAsync).Limited(SiteLimit.SigningIn).AddEndpointFilter<CrossOriginFilter>();
        door.MapGet("/sign-in/feishu", ToFeishuAsync).Limited(SiteLimit.SigningIn);
        door.MapGet("/callback", FromFeishuAsync).Limited(SiteLimit.SigningIn);
    }

    private static PageResult<SignInPage> Show(HttpContext context, DeskAccounts accounts, string? back) => Page(context, accounts, DeskEndpoints.Back(back), null, StatusCodes.Status200OK);

    private static async Task<IResult> ByKeyAsync(
        HttpContext context, DeskAccounts accounts, EditorKeys keys, DeskSessions sessions, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var back = DeskEndpoints.Back(form["back"]);
        if (!accounts.IsByKey || keys.Find(form["key"].ToString().Trim()) is not { } editor)
            return Page(context, accounts, back, DeskTexts.KeyWrong, StatusCodes.Status403Forbidden);
        await BeginAsync(context, sessions, editor, accounts.OfKey(editor), null);
        await audit.WriteAsync(new(time.GetUtcNow(), editor, AuditAction.SignedIn, string.Empty, string.Empty));
        return SeeOther.To(context, back);
    }

    /// <summary>A link, not a form: the site's policy lets forms lead to this site only.</summary>
    private static async Task<IResult> ToFeishuAsync(HttpContext context, DeskAccounts accounts, FeishuSignIn signIn, string? back)
    {
        if (!accounts.IsByFeishu)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var (address, state) = await signIn.BeginAsync(Frame.Of(context.Request).Absolute(CallbackPath), DeskEndpoints.Back(back));
        DeskCookie.Set(context.Response, DeskCookie.SignIn, state, SignInAttempts.Lifetime);
        return SeeOther.To(context, address);
    }

    private static async Task<IResult> FromFeishuAsync(
        HttpContext context, string? state, string? code, DeskAccounts accounts, FeishuSignIn signIn, DeskSessions sessions, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!accounts.IsByFeishu)
            return TypedResults.NotFound();
        var kept = DeskCookie.Read(context.Request, DeskCookie.SignIn);
        DeskCookie.Remove(context.Response, DeskCookie.SignIn);
        var arrival = await signIn.FinishAsync(Frame.Of(context.Request).Absolute(CallbackPath), kept, state, code, cancellationToken);
        if (arrival is Arrival.Refused refused)
        {
            if (refused.Account is { OpenId: { Length: > 0 } stranger })
                await audit.WriteAsync(new(time.GetUtcNow(), refused.Account.Name ?? stranger, AuditAction.WasRefused, stranger, string.Empty));
            return Page(context, accounts, DeskEndpoints.Root, refused.Why, StatusCodes.Status403Forbidden);
        }

        var editor = (Arrival.Editor)arrival;
        var name = NameOf(editor.Account);
        await BeginAsync(context, sessions, name, DeskAccounts.OfFeishu(editor.Account.OpenId!), editor.Account.UserId);
        await audit.WriteAsync(new(time.GetUtcNow(), name, AuditAction.SignedIn, editor.Account.OpenId!, string.Empty));
        return SeeOther.To(context, editor.Back);
    }

    private static async Task BeginAsync(HttpContext context, DeskSessions sessions, string editor, string account, string? userId)
    {
        // Whoever signs in anew leaves what the browser held before.
        if (DeskCookie.Read(context.Request, DeskCookie.Session) is { } before && await sessions.FindAsync(before) is { } old)
            await sessions.EndAsync(old.Id);
        var (secret, session) = await sessions.BeginAsync(editor, account, userId, context.Request.Headers.UserAgent.ToString());
        DeskCookie.Set(context.Response, DeskCookie.Session, secret, session.EndsAt - session.StartedAt);
    }

    private static string NameOf(FeishuAccount account) =>
        new[] { account.Name, account.EnName, account.OpenId }.First(name => !string.IsNullOrWhiteSpace(name))!.Trim();

    private static PageResult<SignInPage> Page(HttpContext context, DeskAccounts accounts, string back, Bilingual? complaint, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var isPlain = !IsLocal(context.Request.Host.Host) && !context.Request.IsHttps && !Frame.Of(context.Request).IsSecure;
        return new(Frame.Of(context.Request), new SignInModel(accounts.IsByFeishu, accounts.IsByKey, back, complaint, isPlain), status) { IsShared = false };
    }

    private static bool IsLocal(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
