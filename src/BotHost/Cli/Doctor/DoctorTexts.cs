namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>What the command says by itself.</summary>
internal static class DoctorTexts
{
    public static readonly Bilingual Command = new(
        "检查设置、存储、模型和飞书平台，逐项给出处理办法；不改动任何东西，服务运行时也可以用。",
        "Check settings, store, model and platform, with a remedy for each; changes nothing, and may be used while the service runs.");

    public static readonly Bilingual Json = new("输出 JSON，供程序读取。", "Print JSON, for programs.");
    public static readonly Bilingual Stopped = new("已中断。", "Stopped.");
    public static readonly Bilingual Looking = new("正在检查……", "Checking…");

    public static readonly Bilingual State = new("结果", "state");
    public static readonly Bilingual Item = new("项目", "check");
    public static readonly Bilingual Finding = new("情况与处理", "finding and remedy");

    public static readonly Bilingual NotChecked = new("未检查：所需设置有误，见上。", "Not checked: its settings are wrong, see above.");
    public static readonly Bilingual TryAgain = new("请稍后再试；若一直如此，请检查网络。", "Try again in a while; if it stays like this, look at the network.");

    public static Bilingual TooLate(TimeSpan deadline) => new($"{deadline.TotalSeconds:0} 秒内没有结果。", $"Nothing came within {deadline.TotalSeconds:0} seconds.");

    public static Bilingual Broke(string type) => new($"检查中断（{type}）。", $"The check broke off ({type}).");

    public static Bilingual Word(Severity severity) => severity switch
    {
        Severity.Ok => new("正常", "ok"),
        Severity.Note => new("提示", "note"),
        Severity.Warning => new("警告", "warning"),
        _ => new("失败", "FAILED"),
    };

    public static Bilingual Verdict(int failures, int warnings) => (failures, warnings) switch
    {
        (0, 0) => new("结论：一切正常。", "Verdict: everything is in order."),
        (0, _) => new($"结论：可以使用，有 {warnings} 项警告。", $"Verdict: fit for use, with {Count(warnings, "warning")}."),
        (_, 0) => new($"结论：有 {failures} 项失败，请按上面的办法处理。", $"Verdict: {Count(failures, "failure")}; see the remedies above."),
        _ => new($"结论：有 {failures} 项失败、{warnings} 项警告，请按上面的办法处理。", $"Verdict: {Count(failures, "failure")} and {Count(warnings, "warning")}; see the remedies above."),
    };

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
