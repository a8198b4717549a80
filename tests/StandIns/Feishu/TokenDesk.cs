using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// Tenant tokens: the same one while at least half an hour is left, then a new one beside it, both good until they end.
/// </summary>
internal sealed class TokenDesk(FeishuPlatformOptions options)
{
    private static readonly TimeSpan RenewBelow = TimeSpan.FromMinutes(30);
    private readonly Dictionary<string, DateTimeOffset> valid = [];
    private (string Text, DateTimeOffset Ends)? current;

    public int Requests { get; private set; }

    public int Issued { get; private set; }

    public JsonObject Give(Call call)
    {
        Requests++;
        call.AllowMembers("app_id", "app_secret");
        if (call.Text("app_id") != options.AppId) throw new Refusal(10003, "invalid app_id", 200);
        if (call.Text("app_secret") != options.AppSecret) throw new Refusal(10014, "app secret invalid", 200);
        var (text, ends) = Current();
        return new JsonObject { ["tenant_access_token"] = text, ["expire"] = (int)(ends - options.Time.GetUtcNow()).TotalSeconds };
    }

    public void Check(string authorization)
    {
        if (authorization.Length == 0) throw new Refusal(99991661, "Missing access token for authorization.", isViolation: true);
        if (!authorization.StartsWith("Bearer t-", StringComparison.Ordinal))
            throw new Refusal(99991671, "Invalid access token format.", isViolation: true);
        if (!valid.TryGetValue(authorization["Bearer ".Length..], out var ends) || ends <= options.Time.GetUtcNow())
            throw new Refusal(99991663, "Invalid access token for authorization. Please make a request with token attached");
    }

    public void ExpireAll()
    {
        valid.Clear();
        current = null;
    }

    private (string Text, DateTimeOffset Ends) Current()
    {
        var now = options.Time.GetUtcNow();
        if (current is { } token && token.Ends - now >= RenewBelow) return token;
        var fresh = ($"t-g1{++Issued:D8}{Guid.NewGuid():N}", now + options.TokenLifetime);
        valid[fresh.Item1] = fresh.Item2;
        current = fresh;
        return fresh;
    }
}
