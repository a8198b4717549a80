namespace Wenlu.BotHost.Feishu;

internal static class FeishuOptionsTexts
{
    public static readonly Bilingual AppIdWrong = new(
        "Feishu:AppId 含有不该有的字符，请从开发者后台的「凭证与基础信息」原样复制（形如 cli_…）。",
        "Feishu:AppId contains a character it cannot have; copy it from the developer console's credentials page (it looks like cli_…).");

    public static readonly Bilingual AppSecretMissing = new(
        "设置了 Feishu:AppId，也必须设置 Feishu:AppSecret。",
        "Feishu:AppSecret is required when Feishu:AppId is set.");

    public static readonly Bilingual NoEventSecret = new(
        "用 Webhook 接收事件时，Feishu:EncryptKey 与 Feishu:VerificationToken 至少要设置一个，否则任何人都能伪造事件。建议两个都设置。",
        "Webhook delivery needs Feishu:EncryptKey or Feishu:VerificationToken, or anybody could forge events. Setting both is best.");

    public static readonly Bilingual BaseUrlWrong = new(
        "Feishu:BaseUrl 必须是完整的 http 或 https 地址，例如 https://open.feishu.cn 或 https://open.larksuite.com。",
        "Feishu:BaseUrl must be an absolute http or https address, such as https://open.feishu.cn or https://open.larksuite.com.");

    public static readonly Bilingual BotOpenIdWrong = new(
        "Feishu:BotOpenIds 的每一项都必须是机器人的 open_id（以 ou_ 开头）。",
        "Every item of Feishu:BotOpenIds must be an open_id of the bot (it begins with ou_).");

    public static readonly Bilingual MonthlyCallsNegative = new(
        "Feishu:MonthlyCalls 不能为负数；0 表示没有额度限制。",
        "Feishu:MonthlyCalls cannot be negative; 0 means that there is no quota.");

    public static Bilingual OutOfRange(string key, int from, int to) => new(
        $"{key} 必须在 {from} 与 {to} 之间。",
        $"{key} must be between {from} and {to}.");
}
