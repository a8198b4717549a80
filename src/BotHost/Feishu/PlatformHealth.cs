using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Feishu;

/// <summary>Ready when the platform has given a token. Without Feishu there is none to have.</summary>
internal sealed class PlatformHealth(TenantTokens tokens, IOptions<FeishuOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        options.Value.AppId.Length == 0 || tokens.IsKnown
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The platform has not given a tenant access token: check Feishu:AppId and Feishu:AppSecret."));
}
