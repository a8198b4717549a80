namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is said of scopes.</summary>
internal static class ScopeTexts
{
    public static readonly Bilingual Hidden = new(
        "接收消息的权限无法通过接口看到。", "The scopes for receiving messages cannot be seen through any call.");

    public static Bilingual LookYourself(string ofGroups) => new(
        $"在「权限管理」确认已开通 im:message.p2p_msg:readonly 和 {ofGroups}。",
        $"See under Permissions & scopes that im:message.p2p_msg:readonly and {ofGroups} are granted.");

    public static Bilingual Granted(string scope) => new($"{scope} 已开通。", $"{scope} is granted.");

    public static Bilingual Missing(string scope, Bilingual without) => new(
        $"没有 {scope}：{without.Chinese}。", $"{scope} is missing: {without.English}.");

    public static Bilingual Grant(IReadOnlyList<string> anyOf) => anyOf.Count == 1
        ? new($"在「权限管理」开通 {anyOf[0]}，然后在「版本管理与发布」发布。", $"Grant {anyOf[0]} under Permissions & scopes, then publish a version.")
        : new($"在「权限管理」开通 {string.Join("、", anyOf)} 之一，然后在「版本管理与发布」发布。", $"Grant one of {string.Join(", ", anyOf)} under Permissions & scopes, then publish a version.");
}
