namespace Wenlu.BotHost.Desk;

internal static class DeskTexts
{
    // Settings
    public static readonly Bilingual EditorWrong = new(
        "Desk:Editors 应列出编辑的 open_id 或 user_id，“{0}”不是。", "Desk:Editors lists editors by open_id or user_id; '{0}' is neither.");

    public static readonly Bilingual EditorsWithoutFeishu = new(
        "设置了 Desk:Editors，却没有设置 Feishu:AppId；没有飞书时编辑用 Knowledge:Editors 的密钥登录。",
        "Desk:Editors is set but Feishu:AppId is not; without Feishu, editors sign in with their keys of Knowledge:Editors.");

    public static readonly Bilingual TenantKeyWrong = new("Desk:TenantKey 应为企业的 tenant_key。", "Desk:TenantKey must be the tenant's tenant_key.");

    public static readonly Bilingual AccountsUrlWrong = new(
        "Desk:AccountsUrl 应为 http 或 https 地址，不带查询和片段。", "Desk:AccountsUrl must be an http or https address without query or fragment.");

    public static readonly Bilingual SessionLifetimeWrong = new(
        "Desk:SessionLifetime 应在 1 分钟到 30 天之间，例如 12:00:00。", "Desk:SessionLifetime must be between one minute and 30 days, such as 12:00:00.");

    // The door
    public static readonly Bilingual SignIn = new("编辑登录", "Editors sign in");
    public static readonly Bilingual SignInNote = new("在这里维护知识库、回答没人答上来的问题。", "Look after the knowledge base, and answer what nobody could.");
    public static readonly Bilingual WithFeishu = new("用飞书登录", "Sign in with Feishu");
    public static readonly Bilingual Key = new("编辑密钥", "Editor key");
    public static readonly Bilingual Enter = new("登录", "Sign in");
    public static readonly Bilingual KeyWrong = new("这个密钥不对。", "That key is not right.");

    public static readonly Bilingual NoWayIn = new(
        "还没有编辑。请在设置里加上 Knowledge:Editors:<名字>（至少 16 个字符的密钥），用飞书登录则加上 Desk:Editors。",
        "There are no editors yet. Set Knowledge:Editors:<name> to a key of at least 16 characters, or Desk:Editors to sign in with Feishu.");

    public static readonly Bilingual NeedsHttps = new(
        "这个地址不是 HTTPS，浏览器不会保存登录。请用 HTTPS 地址打开。", "This address is not HTTPS, and browsers will not keep you signed in. Open it by HTTPS.");

    public static readonly Bilingual AttemptUnknown = new("登录已过期，或不是从这个浏览器开始的。请再试一次。", "This sign-in has expired, or did not begin in this browser. Please try again.");
    public static readonly Bilingual SignInDeclined = new("没有同意登录。", "Signing in was declined.");
    public static readonly Bilingual SignInFailed = new("飞书没有接受这次登录，请再试一次。", "Feishu did not accept this sign-in. Please try again.");
    public static readonly Bilingual FeishuAway = new("现在连不上飞书，请稍后再试。", "Feishu cannot be reached just now. Please try again in a moment.");

    public static readonly Bilingual NotAnEditor = new(
        "你不在编辑名单里。请管理员把 {0} 加进 Desk:Editors。", "You are not on the list of editors. Ask your administrator to add {0} to Desk:Editors.");

    public static readonly Bilingual OtherTenant = new("只有本企业的账号可以登录。", "Only accounts of this organisation can sign in.");

    public static readonly Bilingual TenantUnknown = new(
        "还不知道这个应用属于哪个企业：先给机器人发一条消息，或者设置 Desk:TenantKey（你的企业是 {0}）。",
        "Which organisation this app belongs to is not known yet: write to the bot once, or set Desk:TenantKey (yours is {0}).");

    public static readonly Bilingual FormTooOld = new("这个页面太旧了，请重新打开后再提交。", "This page is too old. Open it again, then submit.");

    public static readonly Bilingual FormTooLarge = new(
        "发送的内容太大：文字最多 5 MB，一次上传的文件合计最多 128 MB。请返回后减少一些。",
        "That is too much at once: a text has at most 5 MB, the files of one upload 128 MB together. Go back and send less.");

    // Around every page
    public static readonly Bilingual Desk = new("编辑台", "Desk");
    public static readonly Bilingual Overview = new("概览", "Overview");
    public static readonly Bilingual Audit = new("操作记录", "Audit log");
    public static readonly Bilingual Sessions = new("登录会话", "Sessions");
    public static readonly Bilingual SignOut = new("退出", "Sign out");
    public static readonly Bilingual Sections = new("编辑台的各个部分", "Sections of the desk");

    // Audit log
    public static readonly Bilingual NothingDone = new("还没有操作。", "Nothing has been done yet.");
    public static readonly Bilingual Revision = new("版本 {0}", "revision {0}");

    // Sessions
    public static readonly Bilingual End = new("结束", "End");
    public static readonly Bilingual ThisOne = new("当前", "This one");
}
