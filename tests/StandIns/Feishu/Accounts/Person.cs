namespace Wenlu.StandIns.Feishu.Accounts;

/// <summary>Somebody with a Feishu account, as the platform names them to this app.</summary>
public sealed record Person(string OpenId, string Name)
{
    public string? UserId { get; init; }

    /// <summary>Null: the app's own tenant.</summary>
    public string? TenantKey { get; init; }
}
