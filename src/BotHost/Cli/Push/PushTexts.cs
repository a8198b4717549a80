namespace Wenlu.BotHost.Cli.Push;

/// <summary>What push says.</summary>
internal static class PushTexts
{
    public static readonly Bilingual Include = new("只推送匹配的文件，如 'guide/**' 或 '*.md'；可重复。", "Push only what matches, such as 'guide/**' or '*.md'; may be repeated.");
    public static readonly Bilingual Exclude = new("不推送匹配的文件；可重复。", "Leave out what matches; may be repeated.");
    public static readonly Bilingual Origin = new("这批文档的来源名；默认用文件夹名。--prune 只删除同一来源的文档。", "A name for what is pushed; the folder's by default. --prune removes only documents of the same origin.");
    public static readonly Bilingual Prune = new("删除该来源此前推送、而文件夹里已不存在的文档。", "Remove the documents that this origin pushed and the folder no longer has.");
    public static readonly Bilingual DryRun = new("只显示将要做什么。", "Only show what would be done.");
    public static readonly Bilingual Yes = new("删除再多也不询问。", "Remove without asking, however much it is.");
    public static readonly Bilingual BadOrigin = new("--origin 应为 1 到 200 个字符。", "--origin must be 1 to 200 characters long.");
    public static readonly Bilingual New = new("新增", "new");
    public static readonly Bilingual Changed = new("更改", "changed");
    public static readonly Bilingual Gone = new("删除", "remove");
    public static readonly Bilingual Twin = new("与另一个文件的文档 ID 相同。", "Has the same document id as another file.");
    public static readonly Bilingual NotPruned = new("没有删除任何文档。", "Nothing was removed.");

    public static Bilingual NoFiles(string folder) => new($"{folder} 中没有可推送的文件。", $"There is nothing to push in {folder}.");

    public static Bilingual Ask(int gone, int known) => new(
        $"将删除该来源 {known} 个文档中的 {gone} 个，继续吗？", $"{gone} of this origin's {known} documents would be removed. Go on?");

    public static Bilingual TooMany(int gone, int known) => new(
        $"将删除该来源 {known} 个文档中的 {gone} 个；确认无误请加 --yes。", $"{gone} of this origin's {known} documents would be removed; if that is right, add --yes.");

    public static Bilingual Summary(PushOutcome outcome, bool dryRun) => dryRun
        ? new(
            $"将推送 {outcome.Pushed} 个，未变 {outcome.Unchanged} 个，失败 {outcome.Failed.Count} 个，将删除 {outcome.Removed} 个。",
            $"{outcome.Pushed} would be pushed, {outcome.Unchanged} unchanged, {outcome.Failed.Count} failed, {outcome.Removed} would be removed.")
        : new(
            $"推送 {outcome.Pushed} 个，未变 {outcome.Unchanged} 个，失败 {outcome.Failed.Count} 个{(outcome.Removed > 0 ? $"，删除 {outcome.Removed} 个" : "")}。",
            $"{outcome.Pushed} pushed, {outcome.Unchanged} unchanged, {outcome.Failed.Count} failed{(outcome.Removed > 0 ? $", {outcome.Removed} removed" : "")}.");
}
