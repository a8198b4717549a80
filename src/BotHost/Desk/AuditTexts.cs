using Wenlu.BotHost.Audit;

namespace Wenlu.BotHost.Desk;

/// <summary>What was done, in words.</summary>
internal static class AuditTexts
{
    public static Bilingual Of(AuditEntry entry) => entry.Action switch
    {
        AuditAction.Wrote when entry.IsNew => new("新建", "created"),
        AuditAction.Wrote => new("修改", "changed"),
        AuditAction.Deleted => new("删除", "deleted"),
        AuditAction.Restored => new("恢复旧版本", "restored an earlier revision of"),
        AuditAction.Dismissed => new("不再处理", "discarded"),
        AuditAction.Merged => new("合并", "merged"),
        AuditAction.Reopened => new("重新列为待处理", "put back"),
        AuditAction.Raised => new("列为待回答", "asked editors for an answer to"),
        AuditAction.SignedIn => new("登录", "signed in"),
        AuditAction.SignedOut => new("退出", "signed out"),
        AuditAction.EndedSession => new("结束了会话，属于", "ended a session of"),
        AuditAction.WasRefused => new("登录被拒绝", "was not let in"),
        AuditAction.Synced when entry.Subject.Length > 0 => new("要求重新读取", "had read again"),
        AuditAction.Synced => new("要求立即同步", "asked for a sync"),
        AuditAction.AddedSource => new("添加同步来源", "added to what is synced"),
        AuditAction.RemovedSource => new("移除同步来源", "removed from what is synced"),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Action, null),
    };
}
