using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Ready when everything was searchable once; an index that stands still later goes on answering and is shown as degraded.</summary>
internal sealed class KnowledgeHealth(KnowledgeIndex index, SeedLoader seeds) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check() => (seeds.IsDone && index.IsCaughtUp, index.Failure) switch
    {
        (true, null) => HealthCheckResult.Healthy(),
        (true, var failure) => HealthCheckResult.Degraded("The index stands still; searches are answered from its last state.", failure),
        (false, var failure) => HealthCheckResult.Unhealthy("The index has not caught up with the store yet.", failure),
    };
}
