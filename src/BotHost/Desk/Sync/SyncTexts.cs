using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Desk.Sync;

internal static class SyncTexts
{
    public static readonly Bilingual Title = new("同步", "Sync");

    public static readonly Bilingual NoFeishu = new("还没有连接飞书", "Feishu is not connected");
    public static readonly Bilingual NoFeishuHint = new(
        "在设置里加上 Feishu:AppId 和 Feishu:AppSecret 并重启，飞书知识库里的文档就能自动同步到这里。",
        "Set Feishu:AppId and Feishu:AppSecret and start again; documents of your Feishu wiki then come here by themselves.");
    public static readonly Bilingual NoFeishuMeanwhile = new("没有飞书也可以：用 wenlu push 推送一个文件夹，或在文档页上传。", "It works without Feishu too: send a folder with wenlu push, or upload on the documents page.");

    public static readonly Bilingual NothingYet = new("还没有要同步的内容", "Nothing is synced yet");
    public static readonly Bilingual NothingYetHint = new(
        "在下面贴上一个知识库页面或文档的地址。先把本应用（或机器人所在的群）加为知识库成员，它才看得到。",
        "Paste the address of a wiki page or document below. Make this app, or a group that the bot is in, a member of the space first, or it sees nothing.");

    public static readonly Bilingual Looking = new("正在列出知识库的内容", "Looking through the wiki");
    public static readonly Bilingual Reading = new("正在读取", "Reading");
    public static readonly Bilingual Paused = new("暂停中，会自动继续", "Paused; it goes on by itself");
    public static readonly Bilingual Idle = new("已同步到最新", "Up to date");
    public static readonly Bilingual Progress = new("{0} / {1} 篇", "{0} of {1} documents");
    public static readonly Bilingual Left = new("至少还要 {0}", "at least {0} left");
    public static readonly Bilingual LastLook = new("上次检查", "Last look");
    public static readonly Bilingual NextLook = new("下次检查", "Next look");
    public static readonly Bilingual Reload = new("刷新", "Reload");
    public static readonly Bilingual LookNow = new("立即检查", "Look now");

    public static readonly Bilingual Counts = new("文档", "Documents");
    public static readonly Bilingual Synced = new("已同步", "Synced");
    public static readonly Bilingual Waiting = new("等待读取", "Waiting");
    public static readonly Bilingual Skipped = new("跳过", "Skipped");
    public static readonly Bilingual Failed = new("失败", "Failed");
    public static readonly Bilingual Withheld = new("无人可读", "Shown to nobody");

    public static readonly Bilingual Run = new("最近一次", "Last run");
    public static readonly Bilingual RunNow = new("这一次", "This run");
    public static readonly Bilingual RunCounts = new(
        "读取 {0} 篇，其中 {1} 篇没有变化；写入 {2} 篇，删除 {3} 篇；{4} 个段落是新的，{5} 个不变。",
        "Read {0}, {1} of them unchanged; wrote {2}, removed {3}; {4} passages new, {5} as before.");

    public static readonly Bilingual Failures = new("没有同步成功", "Not synced");
    public static readonly Bilingual Again = new("重试", "Try again");
    public static readonly Bilingual AgainOf = new("重试：{0}", "Try again: {0}");
    public static readonly Bilingual More = new("还有 {0} 个", "{0} more");
    public static readonly Bilingual SkippedHere = new("跳过的内容", "Skipped");
    public static readonly Bilingual Which = new("是哪些（{0}）", "Which ones ({0})");

    public static readonly Bilingual Spaces = new("知识空间", "Spaces");
    public static readonly Bilingual Space = new("空间", "Space");
    public static readonly Bilingual Public = new("公开", "public");

    public static readonly Bilingual Sources = new("来源", "Sources");
    public static readonly Bilingual FromSettings = new("写在设置里，请在设置中修改", "stands in the settings and is changed there");
    public static readonly Bilingual Add = new("添加来源", "Add a source");
    public static readonly Bilingual Address = new("页面、文档或知识空间设置页的地址", "Address of a page, a document or a space's settings");
    public static readonly Bilingual WholeSpace = new("整个知识空间", "The whole space that it is in");
    public static readonly Bilingual AddIt = new("添加", "Add");
    public static readonly Bilingual Remove = new("移除", "Remove");
    public static readonly Bilingual RemoveOf = new("移除 {0}", "Remove {0}");
    public static readonly Bilingual RemoveWarning = new("它的文档会从知识库中删除；飞书里的不受影响。", "Its documents leave the knowledge base; those in Feishu stay as they are.");
    public static readonly Bilingual ReallyRemove = new("确认移除", "Yes, remove it");

    public static Bilingual StateOf(string state) => state switch
    {
        "looking" => Looking,
        "reading" => Reading,
        "paused" => Paused,
        "idle" => Idle,
        _ => NothingYet,
    };

    public static Bilingual KindOf(string source) => SyncSource.Parse(source)?.Kind switch
    {
        SourceKind.Space => new("知识空间 {0}", "Space {0}"),
        SourceKind.SpaceOf => new("页面 {0} 所在的知识空间", "The space of page {0}"),
        SourceKind.Page => new("页面 {0}", "Page {0}"),
        _ => new("文档 {0}", "Document {0}"),
    };

    /// <summary>A source in words; a space by its name once that is known.</summary>
    public static Bilingual NameOf(SourceView source, SyncView view)
    {
        var token = SyncSource.Parse(source.Source)?.Token ?? source.Source;
        return view.Spaces.FirstOrDefault(space => space.Id == token) is { } known ? new($"知识空间 {known.Name}", $"Space {known.Name}") : KindOf(source.Source).With(token);
    }
}
