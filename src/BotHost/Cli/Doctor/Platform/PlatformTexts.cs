namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is said of the app and its bot.</summary>
internal static class PlatformTexts
{
    public const int Enabled = 2;

    public static readonly Bilingual Off = new("未设置 Feishu:AppId：只有网站和 API，不接飞书。", "Feishu:AppId is empty: the site and the API alone.");
    public static readonly Bilingual NoToken = new("未检查：没有应用凭证。", "Not checked: there is no token to ask with.");
    public static readonly Bilingual NotAsked = new("未检查：先处理上一项。", "Not checked: see to the line above first.");
    public static readonly Bilingual TokenGiven = new("平台接受 Feishu:AppId 与 Feishu:AppSecret。", "The platform accepts Feishu:AppId with Feishu:AppSecret.");

    public static readonly Bilingual CopyCredentials = new(
        "从开发者后台「凭证与基础信息」重新复制 Feishu:AppId 和 Feishu:AppSecret；Lark 的应用要设 Feishu:BaseUrl=https://open.larksuite.com，飞书的用 https://open.feishu.cn。",
        "Copy Feishu:AppId and Feishu:AppSecret again from the console's Credentials & basic info; an app of Lark needs Feishu:BaseUrl=https://open.larksuite.com, one of Feishu https://open.feishu.cn.");

    public static readonly Bilingual AddBot = new(
        "在开发者后台「添加应用能力」加上机器人，然后在「版本管理与发布」发布。", "Add the bot under Add features in the developer console, then publish a version.");

    public static readonly Bilingual EnableBot = new(
        "在「版本管理与发布」发布版本，并请管理员在飞书管理后台启用应用。", "Publish a version under Version management & release, and have an administrator enable the app in the admin console.");

    public static readonly Bilingual OneApp = new(
        "open_id 只属于一个应用：从测试应用抄来的，在这里不指任何人。", "An open_id belongs to one app: one that was copied from a test app means nobody here.");

    private static readonly Bilingual ChooseHost = new(
        "飞书用 https://open.feishu.cn，Lark 用 https://open.larksuite.com。", "Use https://open.feishu.cn for Feishu, https://open.larksuite.com for Lark.");

    public static Bilingual Refused(int code) => new(
        $"平台不接受 Feishu:AppId 与 Feishu:AppSecret（{code}）。", $"The platform does not accept Feishu:AppId with Feishu:AppSecret ({code}).");

    public static Bilingual NoBot(int code) => new($"平台没有给出机器人（{code}）。", $"The platform names no bot ({code}).");

    public static Bilingual NotEnabled(int status) => new(
        $"机器人没有启用（activate_status={status}，应为 2）。", $"The bot is not enabled (activate_status={status} instead of 2).");

    public static Bilingual KnownAs(string name, string openId) => new(
        $"已启用，名为“{name}”，open_id {openId}。", $"Enabled, known as \"{name}\", open_id {openId}.");

    public static Bilingual FurtherIds(IReadOnlyList<string> ids) => new(
        $"Feishu:BotOpenIds 另外列出 {string.Join("、", ids)}。", $"Feishu:BotOpenIds also names {string.Join(", ", ids)}.");

    public static Finding OfHost(Subject subject, Uri address) => (address.Host, address.Scheme) switch
    {
        ("open.feishu.cn" or "open.larksuite.com", "http") => Finding.Warning(
            subject, new($"{Origin(address)} 未加密，密钥会以明文传输。", $"{Origin(address)} is not encrypted: the secret travels in the clear."), ChooseHost),
        ("open.feishu.cn", _) => Finding.Ok(subject, new("飞书（中国）。", "Feishu (China).")),
        ("open.larksuite.com", _) => Finding.Ok(subject, new("Lark（国际版）。", "Lark (international).")),
        ({ } host, _) when host.EndsWith("feishu.cn", StringComparison.Ordinal) || host.EndsWith("larksuite.com", StringComparison.Ordinal) => Finding.Failed(
            subject, new($"{host} 不是开放平台的接口地址。", $"{host} is not the host of the open platform's API."), ChooseHost),
        _ => Finding.Note(subject, new($"{Origin(address)}：不是官方地址，视为代理。", $"{Origin(address)}: not the platform's own host, taken for a proxy."), ChooseHost),
    };

    private static string Origin(Uri address) => $"{address.Scheme}://{address.Authority}";
}
