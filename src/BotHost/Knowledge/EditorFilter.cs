namespace Wenlu.BotHost.Knowledge;

/// <summary>Lets editors through; everybody else learns what to do, before a byte of the body is read.</summary>
internal sealed class EditorFilter(EditorKeys keys) : IEndpointFilter
{
    private static readonly object EditorItem = new();

    /// <summary>The name of the editor whose request this is.</summary>
    public static string EditorOf(HttpContext context) => (string)context.Items[EditorItem]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!keys.Any)
            return ApiProblems.EditingClosed.In(context.HttpContext);
        if (keys.Check(context.HttpContext.Request) is not EditorVerdict.Editor editor)
            return Challenge(context.HttpContext);
        context.HttpContext.Items[EditorItem] = editor.Name;
        return await next(context);
    }

    public static IResult Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0
            ? "Bearer realm=\"wenlu\""
            : "Bearer realm=\"wenlu\", error=\"invalid_token\"";
        return ApiProblems.NotAnEditor.In(context);
    }
}
