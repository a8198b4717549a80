namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is said of trouble that has nothing to do with the call it befell.</summary>
internal static class TroubleTexts
{
    public static Finding ToFinding(this PlatformReply reply, Subject subject) => reply.Trouble switch
    {
        Trouble.Unreachable => Finding.Failed(subject, new($"连不上平台（{reply.Failure}）。", $"The platform cannot be reached ({reply.Failure})."), new(
            "检查到 Feishu:BaseUrl 的网络、DNS 和代理。", "Check network, DNS and proxy on the way to Feishu:BaseUrl.")),
        Trouble.NotThePlatform => Finding.Failed(subject, new($"应答的不是飞书平台（HTTP {(int)reply.Status}）。", $"What answers is not the platform (HTTP {(int)reply.Status})."), new(
            "检查 Feishu:BaseUrl，以及中间的代理或网关。", "Check Feishu:BaseUrl, and the proxy or gateway in between.")),
        Trouble.AddressRefused => Finding.Failed(subject, new("本机的出口 IP 不在应用的白名单里（99991401）。", "This machine's public address is not on the app's allow list (99991401)."), new(
            "在开发者后台「安全设置 → IP 白名单」加上出口 IP，或清空白名单。", "Add it in the developer console under Security settings → IP allowlist, or empty that list.")),
        Trouble.MonthUsedUp => Finding.Failed(subject, new("本月的 API 调用额度已用完（99991403）。", "The tenant's API calls of this month are used up (99991403)."), new(
            "等到下月，或在飞书管理后台升级套餐；并把额度填进 Feishu:MonthlyCalls，机器人会省着用。",
            "Wait for next month or upgrade the plan in the admin console; tell the quota in Feishu:MonthlyCalls, and the bot makes it last.")),
        Trouble.AppUnavailable => Finding.Failed(subject, new($"应用在这个租户里不可用（{reply.Code}）。", $"The app is not available in this tenant ({reply.Code})."), new(
            "请管理员在飞书管理后台启用应用；没有发布的，在「版本管理与发布」发布。", "Have an administrator enable it in the admin console; if it is not published, publish it under Version management & release.")),
        Trouble.TokenRefused => Finding.Failed(subject, new($"平台不接受刚给的凭证（{reply.Code}）。", $"The platform refuses the token it has just given ({reply.Code})."), DoctorTexts.TryAgain),
        _ => Finding.Warning(subject, new($"平台暂时不处理（HTTP {(int)reply.Status}，{reply.Code}），没看清。", $"The platform was too busy (HTTP {(int)reply.Status}, {reply.Code}): not seen."), DoctorTexts.TryAgain),
    };
}
