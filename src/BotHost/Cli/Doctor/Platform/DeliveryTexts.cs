namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is said of the way that events come.</summary>
internal static class DeliveryTexts
{
    public static readonly Bilingual Webhook = new(
        "Webhook：从这里看不到请求地址是否可达。", "Webhook: whether the request URLs can be reached cannot be seen from here.");

    public static readonly Bilingual Unsigned = new("未设置 Feishu:EncryptKey，事件没有签名。", "Feishu:EncryptKey is empty: events are not signed.");

    public static readonly Bilingual SetKey = new(
        "在「事件与回调 → 加密策略」设置 Encrypt Key，并填进 Feishu:EncryptKey。", "Set an Encrypt Key under Events & callbacks → Encryption strategy, and put it into Feishu:EncryptKey.");

    public static readonly Bilingual CanConnect = new(
        "长连接可以建立（每个应用最多 50 条，事件随机发给其中一条：一个环境一个应用）。",
        "A long connection can be had (50 at most; each event goes to one of them by chance, so one app for each environment).");

    public static readonly Bilingual Crowded = new("应用的长连接已满 50 条。", "The app has all of its 50 connections.");

    public static readonly Bilingual StopOthers = new(
        "停掉同一应用的其他进程（别的环境、开发者的电脑），或减少副本。", "Stop other processes of this app (another environment, a developer's machine), or run fewer replicas.");

    public static readonly Bilingual ChooseConnection = new(
        "在「事件与回调」里，为事件和回调都选择长连接，然后发布。", "Choose the long connection for events and for callbacks under Events & callbacks, then publish.");

    public static Bilingual NotNow(string reason) => new($"平台暂时没有给出长连接地址（{reason}）。", $"The platform gave no address for a long connection now ({reason}).");

    public static Bilingual SaveAddresses(Uri? site)
    {
        var (here, there) = site is null ? ("https://你的域名", "https://your.domain") : (site.ToString().TrimEnd('/'), site.ToString().TrimEnd('/'));
        return new(
            $"在「事件与回调」里保存 {here}/feishu/events 和 {here}/feishu/callbacks，保存时平台会当场验证（公网 IPv4，1 秒内应答）；收不到可用 Feishu:Delivery=LongConnection。",
            $"Save {there}/feishu/events and {there}/feishu/callbacks under Events & callbacks: the platform verifies them on saving (public IPv4, an answer within a second); or set Feishu:Delivery to LongConnection.");
    }
}
