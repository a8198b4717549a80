using System.Text.Json;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>
/// The scopes that decide which events come; no call of ours needs them, so the platform's list of what is granted is read. Where
/// it cannot be read, the line says so.
/// </summary>
internal static class ReceivingScopes
{
    public static readonly PlatformCall Call = new(HttpMethod.Get, "/open-apis/application/v6/scopes");

    private const int Granted = 1;

    private static readonly Subject Subject = new("feishu.scope.receive", new("权限：接收消息", "scope: receive"));

    private static readonly Need Direct = new(
        new("feishu.scope.receive.direct", new("权限：收单聊", "scope: direct messages")), Severity.Failed,
        new("收不到单聊消息", "direct messages do not arrive"), ["im:message.p2p_msg:readonly", "im:message.p2p_msg"]);

    private static readonly Need Groups = new(
        new("feishu.scope.receive.group", new("权限：收群聊", "scope: group messages")), Severity.Warning,
        new("收不到群里 @ 机器人的消息", "group messages that mention the bot do not arrive"),
        ["im:message.group_at_msg:readonly", "im:message.group_at_msg", "im:message.group_at_msg.include_bot:readonly", "im:message.group_msg", "im:message.group_msg:readonly"]);

    private static readonly Need Unmentioned = new(
        new("feishu.scope.receive.all", new("权限：收群内全部", "scope: all of a group")), Severity.Failed,
        new("Conversation:UnmentionedChats 的群里收不到未 @ 的问题", "plain questions in the groups of Conversation:UnmentionedChats do not arrive"),
        ["im:message.group_msg", "im:message.group_msg:readonly"]);

    public static IReadOnlyList<Finding> Judge(PlatformReply reply, bool withUnmentioned)
    {
        if (reply.Code != 0 || reply.Find("data", "scopes") is not { ValueKind: JsonValueKind.Array } scopes)
            return [Finding.Note(Subject, ScopeTexts.Hidden, ScopeTexts.LookYourself)];
        var granted = scopes.EnumerateArray().Where(IsGranted).Select(scope => scope.GetProperty("scope_name").ToString()).ToHashSet();
        Need[] needs = withUnmentioned ? [Direct, Groups, Unmentioned] : [Direct, Groups];
        return [.. needs.Select(need => need.Judge(granted))];
    }

    private static bool IsGranted(JsonElement scope) =>
        scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty("scope_name", out _)
        && scope.TryGetProperty("grant_status", out var status) && status.ValueKind == JsonValueKind.Number && status.GetInt32() == Granted;

    private sealed record Need(Subject Subject, Severity WhenMissing, Bilingual For, IReadOnlyList<string> AnyOf)
    {
        public Finding Judge(HashSet<string> granted) => AnyOf.FirstOrDefault(granted.Contains) is { } scope
            ? Finding.Ok(Subject, ScopeTexts.Granted(scope))
            : new Finding(WhenMissing, Subject, ScopeTexts.Missing(AnyOf[0], For), ScopeTexts.Grant([AnyOf[0]]));
    }
}
