namespace Wenlu.BotHost.Cli.Gaps;

/// <summary>What <c>gaps</c> says.</summary>
internal static class GapsTexts
{
    public static readonly Bilingual Command = new("列出没有人能回答的问题。", "List the questions that nobody could answer.");
    public static readonly Bilingual Count = new("最多几个（1 到 200）。", "How many at most (1 to 200).");
    public static readonly Bilingual BadCount = new("-n 应为 1 到 200。", "-n must be from 1 to 200.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");
    public static readonly Bilingual Id = new("编号", "id");
    public static readonly Bilingual Times = new("次数", "asked");
    public static readonly Bilingual Question = new("问题", "question");
    public static readonly Bilingual Kinds = new("原因", "why");
    public static readonly Bilingual Last = new("最近一次", "last asked");
    public static readonly Bilingual Nearest = new("最接近的文档", "nearest documents");

    public static Bilingual More(int count) => new($"还有 {count} 个；用 -n 多列一些。", $"{count} more; -n lists more of them.");
}
