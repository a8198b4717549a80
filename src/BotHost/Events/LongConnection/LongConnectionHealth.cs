using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// Reconnecting is everyday life and no reason to send anybody elsewhere, so it only degrades; a connection that will not come
/// back fails.
/// </summary>
internal sealed class LongConnectionHealth(LongConnectionState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(state switch
    {
        { End: { } sentence } => HealthCheckResult.Unhealthy(sentence),
        { IsOpen: true } => HealthCheckResult.Healthy(),
        _ => HealthCheckResult.Degraded("The long connection to the platform is being opened."),
    });
}
