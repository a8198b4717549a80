namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>Whether a space of <c>Feishu:Wiki:Spaces</c> can be read: the scope is one thing, being a member of it another.</summary>
internal static class WikiSpace
{
    private const int Forbidden = 131006;

    public static PlatformCall Call(string space) => new(HttpMethod.Get, $"/open-apis/wiki/v2/spaces/{Uri.EscapeDataString(space)}/nodes?page_size=1");

    public static Finding Judge(string space, PlatformReply reply)
    {
        var subject = new Subject($"feishu.wiki.{space}", new($"知识空间 {space}", $"wiki space {space}"));
        return (reply.Trouble, reply.Code) switch
        {
            (Trouble.None, 0) => Finding.Ok(subject, new("可以读取。", "It can be read.")),
            (Trouble.None, Forbidden) => Finding.Failed(subject, NotMember, Join),
            (Trouble.None, var code) => Finding.Failed(subject, new($"读不到（{code}）。", $"It cannot be read ({code})."), CheckId),
            (Trouble.ScopeMissing, _) => Finding.Failed(
                subject, ScopeTexts.Missing("wiki:wiki:readonly", new("知识库不会同步", "the wiki is not synced")),
                ScopeTexts.Grant(reply.ScopesNeeded is { Count: > 0 } needed ? needed : ["wiki:wiki:readonly"])),
            _ => reply.ToFinding(subject),
        };
    }

    private static readonly Bilingual NotMember = new("应用不是这个知识空间的成员（131006）。", "The app is not a member of this space (131006).");

    private static readonly Bilingual Join = new(
        "把机器人加进一个群，再把这个群加为知识空间的成员（知识空间 → 设置 → 成员）。",
        "Put the bot into a group, and make that group a member of the space (space → settings → members).");

    private static readonly Bilingual CheckId = new(
        "检查 Feishu:Wiki:Spaces 里的空间 id：打开知识空间的设置页，id 在地址里。", "Check the id in Feishu:Wiki:Spaces: it stands in the address of the space's settings page.");
}
