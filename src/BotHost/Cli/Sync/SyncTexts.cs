namespace Wenlu.BotHost.Cli.Sync;

/// <summary>What <c>sync</c> says.</summary>
internal static class SyncTexts
{
    public static readonly Bilingual Command = new("与飞书知识库同步：显示进展，添加或移除来源，立即同步。", "The sync with Feishu's wiki: how it stands, sources to add or remove, a look now.");
    public static readonly Bilingual Add = new("同步一个文档，或用 --space 同步页面所在的整个知识空间。", "Sync a document, or with --space the whole space that the page is in.");
    public static readonly Bilingual Remove = new("不再同步一个添加过的来源。", "Sync a source that was added no longer.");
    public static readonly Bilingual Now = new("立即查看全部来源，并重试失败的文档。", "Look at all sources now, and try what failed again.");
    public static readonly Bilingual Url = new("页面（…/wiki/…）、文档（…/docx/…）或空间设置页的地址。", "The address of a page (…/wiki/…), a document (…/docx/…) or a space's settings.");
    public static readonly Bilingual Space = new("同步页面所在的整个知识空间。", "The whole space that the page is in.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");
    public static readonly Bilingual Removed = new("已移除；它的文档将从知识库中删除。", "Removed; its documents are taken out of the knowledge base.");
    public static readonly Bilingual Begun = new("已开始；用 sync 查看进展。", "Begun; sync shows the progress.");
    public static readonly Bilingual Off = new("没有要同步的内容：请设置 Feishu:Wiki:Spaces，或用 sync add <地址> 添加。", "There is nothing to sync: set Feishu:Wiki:Spaces, or add a source with sync add <url>.");
    public static readonly Bilingual Skipped = new("跳过的：", "Skipped:");
    public static readonly Bilingual Failures = new("失败的：", "Failed:");

    public static Bilingual Added(string source) => new($"已添加：{source}", $"Added: {source}");

    public static Bilingual State(string state) => state switch
    {
        "looking" => new("正在列出知识库", "listing the wiki"),
        "reading" => new("正在读取", "reading"),
        "paused" => new("暂停", "paused"),
        _ => new("已同步", "up to date"),
    };

    public static Bilingual Documents(Wiki.SyncTotals totals) => new(
        $"文档 {totals.Total} 个：已同步 {totals.Synced}，等待 {totals.Waiting}，跳过 {totals.Skipped}，失败 {totals.Failed}，不公开 {totals.Withheld}。",
        $"{totals.Total} documents: {totals.Synced} synced, {totals.Waiting} waiting, {totals.Skipped} skipped, {totals.Failed} failed, {totals.Withheld} withheld.");

    public static Bilingual Estimate(TimeSpan left) => new($"按平台频率限制，至少还需 {Minutes(left)}。", $"At least {Minutes(left)} are left, by the platform's limits.");

    public static Bilingual Run(Wiki.SyncRunCounts run) => new(
        $"最近一次：读取 {run.Read}，未变 {run.Unchanged}，写入 {run.Written}，删除 {run.Removed}；段落保留 {run.ChunksKept}，重新嵌入 {run.ChunksNew}。",
        $"Last run: {run.Read} read, {run.Unchanged} unchanged, {run.Written} written, {run.Removed} removed; {run.ChunksKept} passages kept, {run.ChunksNew} embedded anew.");

    public static Bilingual SpaceLine(Wiki.SpaceView space) => new(
        $"{space.Name}（{space.Id}，{(space.IsPublic ? "公开" : "私有")}）：{space.Synced}/{space.Documents}",
        $"{space.Name} ({space.Id}, {(space.IsPublic ? "public" : "private")}): {space.Synced} of {space.Documents}");

    private static string Minutes(TimeSpan left) => left < TimeSpan.FromMinutes(2) ? $"{left.TotalSeconds:0} s" : $"{left.TotalMinutes:0} min";
}
