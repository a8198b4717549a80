using Wenlu.BotHost.Desk;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

internal static class DeskCheckTexts
{
    public static readonly Bilingual NoAddress = new(
        "编辑用飞书登录，但 Site:BaseUrl 没有 HTTPS 地址，登录后回不来。",
        "Editors sign in with Feishu, but Site:BaseUrl is no HTTPS address, so that Feishu cannot lead them back.");

    public static readonly Bilingual SetAddress = new("把 Site:BaseUrl 设为网站的 HTTPS 地址。", "Set Site:BaseUrl to the HTTPS address of the site.");

    public static Bilingual Editors(int count) => new($"{count} 位编辑可以用飞书登录。", $"Editors who may sign in with Feishu: {count}.");

    public static Bilingual SaveRedirect(Uri site)
    {
        var callback = site.ToString().TrimEnd('/') + SignInEndpoints.CallbackPath;
        return new($"在「安全设置 → 重定向 URL」里要有 {callback}。", $"{callback} must stand under Security settings → Redirect URLs.");
    }
}
