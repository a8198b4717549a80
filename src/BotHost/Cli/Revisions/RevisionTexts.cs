namespace Wenlu.BotHost.Cli.Revisions;

/// <summary>What revisions says.</summary>
internal static class RevisionTexts
{
    public static readonly Bilingual Command = new("列出文档的修订；查看、比较或恢复其中一个。", "List the revisions of a document; show, compare or restore one.");
    public static readonly Bilingual Id = new("文档 ID。", "The document's id.");
    public static readonly Bilingual Show = new("显示这个修订。", "Show this revision.");
    public static readonly Bilingual Diff = new("从这个修订起有何变化，直到第二个（默认当前）。", "What changed since this revision, until the second one (the present one by default).");
    public static readonly Bilingual Restore = new("恢复这个修订；删除了的文档也能恢复。", "Bring this revision back, also of a deleted document.");
    public static readonly Bilingual OneAtATime = new("--show、--diff、--restore 一次只能用一个。", "--show, --diff and --restore go one at a time.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");

    public static readonly IReadOnlyList<Bilingual> Columns =
        [new("修订", "revision"), new("标题", "title"), new("编辑者", "editor"), new("时间（UTC）", "time (UTC)"), new("字节", "bytes")];

    public static Bilingual Restored(long past, long revision) => new($"已恢复修订 {past}，成为修订 {revision}。", $"Revision {past} is back, as revision {revision}.");

    public static Bilingual Deleted(string editor, DateTimeOffset? at) => new(
        $"文档已删除（{editor} {at:yyyy-MM-dd HH:mm} UTC）；用 --restore 恢复。", $"The document is deleted ({editor}, {at:yyyy-MM-dd HH:mm} UTC); --restore brings it back.");
}
