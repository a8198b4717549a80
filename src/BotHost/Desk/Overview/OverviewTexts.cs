namespace Wenlu.BotHost.Desk.Overview;

internal static class OverviewTexts
{
    public static readonly Bilingual Waiting = new("等待回答的问题", "Questions that wait for you");
    public static readonly Bilingual NothingWaits = new("没有等待回答的问题。没找到答案的、没把握的、有人说没用的问题会出现在这里。", "No question waits. What was not found, was unsure or did not help comes here.");
    public static readonly Bilingual AllWaiting = new("查看全部 {0} 个", "See all {0}");
    public static readonly Bilingual AskedTimes = new("问过 {0} 次", "asked {0}×");

    public static readonly Bilingual Week = new("最近 7 天", "The last 7 days");
    public static readonly Bilingual Yesterday = new("昨天 {0}", "{0} yesterday");
    public static readonly Bilingual AllNumbers = new("查看图表", "See the charts");

    public static readonly Bilingual State = new("现状", "How things stand");
    public static readonly Bilingual Documents = new("文档", "Documents");
    public static readonly Bilingual DocumentsAre = new("{0} 篇", "{0} in the knowledge base");
    public static readonly Bilingual NoDocuments = new("还没有文档：上传、推送或同步一些进来。", "None yet: upload, push or sync some.");
    public static readonly Bilingual Stale = new("{0} 篇很久没更新（Knowledge:StaleAfter）", "{0} long unchanged (Knowledge:StaleAfter)");
    public static readonly Bilingual AllFresh = new("没有很久没更新的", "none long unchanged");
    public static readonly Bilingual Outdated = new("官方回答", "Official answers");
    public static readonly Bilingual AreOutdated = new("{0} 条的来源变了，请核对", "The sources of {0} have changed; please check them");
    public static readonly Bilingual NoneOutdated = new("来源都没有变", "Their sources have not changed");
    public static readonly Bilingual SyncOff = new("没有要同步的内容", "Nothing is synced");
    public static readonly Bilingual SyncFailed = new("{0} 篇没有同步成功", "{0} could not be synced");
    public static readonly Bilingual Calls = new("飞书调用", "Calls to Feishu");
    public static readonly Bilingual Index = new("索引", "Index");
    public static readonly Bilingual IndexFollows = new("在线，{0} 个段落可以搜到", "Up to date, {0} passages can be found");
    public static readonly Bilingual IndexReads = new("正在读入，还不能搜索", "Being read in; nothing can be found yet");
    public static readonly Bilingual IndexStands = new("停在较早的状态：{0}", "It stands still at an earlier state: {0}");
    public static readonly Bilingual NeedsLook = new("需要看一下：", "Needs a look: ");
}
