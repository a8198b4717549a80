using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk;

/// <summary>How editors sign in here, and who is one.</summary>
internal sealed class DeskAccounts(EditorKeys keys, IOptions<DeskOptions> options, IOptions<FeishuOptions> feishu)
{
    private const string KeyPrefix = "key:";
    private const string FeishuPrefix = "feishu:";

    /// <summary>With a list of editors Feishu is the only way in: a key can be passed on, an account cannot.</summary>
    public bool IsByFeishu => feishu.Value.IsEnabled && options.Value.Editors.Count > 0;

    public bool IsByKey => !IsByFeishu && keys.Any;

    /// <summary>With the key's fingerprint, so that another key ends what the old one opened.</summary>
    public string OfKey(string editor) => $"{KeyPrefix}{keys.FingerprintOf(editor)}:{editor}";

    public static string OfFeishu(string openId) => FeishuPrefix + openId;

    public bool Allows(string account, string? userId) => account switch
    {
        _ when account.StartsWith(KeyPrefix, StringComparison.Ordinal) => IsByKey && keys.Names.Any(name => OfKey(name) == account),
        _ when account.StartsWith(FeishuPrefix, StringComparison.Ordinal) => IsByFeishu && IsNamed(account[FeishuPrefix.Length..], userId),
        _ => false,
    };

    public bool IsNamed(string openId, string? userId) =>
        options.Value.Editors.Contains(openId) || (userId is { Length: > 0 } && options.Value.Editors.Contains(userId));
}
