namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>Why there is no long connection any more, and what to do about it.</summary>
internal static class LongConnectionTexts
{
    public static readonly Bilingual CredentialsRefused = new(
        "飞书不接受 Feishu:AppId 与 Feishu:AppSecret，长连接无法建立：请从开发者后台的「凭证与基础信息」重新复制这两项，然后重启。",
        "The platform does not accept Feishu:AppId with Feishu:AppSecret, so there is no long connection: copy both again from the developer console's credentials page and start again.");

    public static readonly Bilingual Forbidden = new(
        "飞书禁止这个应用使用长连接：它必须是已启用、已发布的企业自建应用，且「事件与回调」中事件和回调都选择了长连接。"
        + "改好后请重启；或改用 Feishu:Delivery=Webhook。",
        "The platform forbids this app the long connection: it must be a self-built app, enabled and published, with the long connection chosen for events and for callbacks. "
        + "Put that right and start again, or set Feishu:Delivery to Webhook.");

    public static Bilingual RefusedWith(int code) => new(
        $"飞书以错误码 {code} 拒绝了长连接，不再重试：请在开发者后台检查应用的状态与订阅方式，然后重启；或改用 Feishu:Delivery=Webhook。",
        $"The platform refused the long connection with code {code}, and trying again would not help: check the app's state and its subscription mode in the developer console and start again, or set Feishu:Delivery to Webhook.");

    public static Bilingual GaveUp(int tries) => new(
        $"长连接断开后重试了 {tries} 次仍未恢复，而飞书只允许这么多次：请检查到 Feishu:BaseUrl 的网络，然后重启。",
        $"The long connection was lost and {tries} tries, which is all the platform allows, did not bring it back: check the network to Feishu:BaseUrl and start again.");
}
