using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>What a failure is, and what to do about it.</summary>
internal sealed record Remedy(Bilingual What, Bilingual Todo);

internal static class Remedies
{
    private static readonly Bilingual AddTheApp = new(
        "在文档右上角「…」→「更多」→「添加文档应用」中添加本应用；整个知识库则把机器人所在的群加为知识库成员。",
        "Add this app to the document (… → More → Add document app); for a whole wiki make a group that the bot is in a member of the space.");

    public static Remedy Of(SyncFailure failure) => (failure.Call, failure.Code) switch
    {
        (_, FeishuCodes.ScopeMissing) => ScopeMissing(failure.Detail),
        (_, FeishuCodes.MonthlyQuotaUsedUp) => new(
            new("本月留给同步的调用次数已用完。", "The calls that the month has for syncing are used up."),
            new("次月自动继续；企业另有额度时请调大 Feishu:MonthlyCalls。", "It goes on next month; if the tenant has more calls, set Feishu:MonthlyCalls to their number.")),
        (DocumentOperation.Members or DocumentOperation.SpaceMembers, var code) when SyncTrouble.IsForbidden(code) || code is 131002 => new(
            new("平台没有说明谁可以阅读，因此不给任何人看。", "The platform does not tell who may read it, so it is shown to nobody."),
            new("给本应用该文档（或知识库）的管理权限；或者，如果企业内人人可读，设置 Feishu:Wiki:DefaultAudiences:<空间 ID>=tenant。",
                "Give this app the right to manage the document or the space; or, if all colleagues may read it, set Feishu:Wiki:DefaultAudiences:<space id>=tenant.")),
        (_, 131006) => new(new("本应用看不到这个知识库。", "This app cannot see the wiki."), AddTheApp),
        (_, var code) when SyncTrouble.IsGone(code) => new(
            new("文档不存在，或已被删除。", "The document does not exist, or was deleted."),
            new("若在回收站中，恢复后会重新同步；若是单独添加的来源，请移除它。", "Restored from the bin it is synced again; a source of its own should be removed.")),
        (_, var code) when SyncTrouble.IsForbidden(code) => new(new("本应用没有这个文档的阅读权限。", "This app may not read the document."), AddTheApp),
        (_, 0) => new(
            new($"无法完成：{failure.Detail}", $"It could not be done: {failure.Detail}"),
            new("会自动重试；若一直如此，请查看日志。", "It is tried again by itself; if it stays, look into the log.")),
        (_, var code) => new(
            new($"平台返回错误码 {code}。", $"The platform answered code {code}."),
            new("会自动重试；若一直如此，请在开放平台的错误码文档中查询。", "It is tried again by itself; if it stays, look the code up in the platform's documents.")),
    };

    /// <summary>Nobody is known who may read it, and nothing failed.</summary>
    public static readonly Remedy NobodyMayRead = new(
        new("可阅读者只有部门或用户组，无法展开，因此不给任何人看。", "It is shared only with departments or groups, whose people are not known, so it is shown to nobody."),
        new("把它分享给群或具体的人，或设为企业内获得链接可阅读。", "Share it with a chat or with people, or let colleagues read it by link."));

    private static Remedy ScopeMissing(string? scopes)
    {
        var named = scopes is { Length: > 0 } ? scopes : "docx:document:readonly, wiki:wiki:readonly, drive:drive:readonly";
        return new(
            new($"应用缺少权限：{named}。", $"The app lacks a scope: {named}."),
            new("在开发者后台的「权限管理」中开通其中一个，并发布新版本。", "Add one of them in the developer console (Permissions & Scopes) and publish a version."));
    }
}
