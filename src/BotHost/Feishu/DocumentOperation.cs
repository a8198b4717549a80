namespace Wenlu.BotHost.Feishu;

/// <summary>The calls by which documents are read, by the interface whose limit they share.</summary>
internal static class DocumentOperation
{
    /// <summary>All calls of new documents together.</summary>
    public const string Docx = "docx";
    public const string Spaces = "wiki.spaces";
    public const string SpaceMembers = "wiki.members";
    public const string Nodes = "wiki.nodes";
    public const string Node = "wiki.node";
    public const string Metas = "drive.metas";
    public const string Subscribe = "drive.subscribe";
    public const string Subscription = "drive.subscription";
    public const string Members = "permission.members";
    public const string Public = "permission.public";
    public const string Sheet = "sheet.values";
    public const string Person = "contact.user";

    /// <summary>Null for a call that reads no documents.</summary>
    public static string? Of(HttpRequestMessage request) => Of(request.RequestUri?.AbsolutePath ?? string.Empty);

    private static string? Of(string path) => path switch
    {
        _ when Starts(path, "docx/v1/") => Docx,
        _ when Starts(path, "wiki/v2/spaces/get_node") => Node,
        _ when Starts(path, "wiki/v2/spaces/") => Ends(path, "/members") ? SpaceMembers : Nodes,
        _ when Starts(path, "wiki/v2/spaces") => Spaces,
        _ when Starts(path, "drive/v1/metas/") => Metas,
        _ when Starts(path, "drive/v1/files/") => Ends(path, "/subscribe") ? Subscribe : Subscription,
        _ when Starts(path, "drive/v1/permissions/") => Members,
        _ when Starts(path, "drive/v2/permissions/") => Public,
        _ when Starts(path, "sheets/v2/") => Sheet,
        _ when Starts(path, "contact/v3/users/") => Person,
        _ => null,
    };

    private static bool Starts(string path, string start) =>
        path.StartsWith("/open-apis/", StringComparison.Ordinal) && path.AsSpan("/open-apis/".Length).StartsWith(start, StringComparison.Ordinal);

    private static bool Ends(string path, string end) => path.EndsWith(end, StringComparison.Ordinal);
}
