using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

internal enum StoreState
{
    Ready,
    Unreachable,
    DiskFull,
}

/// <summary>Whether the store can be reached and written to, for readiness.</summary>
internal sealed class StoreHealth(IConnectionMultiplexer store, DiskSpace disk) : IHealthCheck
{
    public async Task<StoreState> CheckAsync()
    {
        try
        {
            await store.GetDatabase().PingAsync();
            return disk.IsEnough ? StoreState.Ready : StoreState.DiskFull;
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return StoreState.Unreachable;
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await CheckAsync() switch
        {
            StoreState.Ready => HealthCheckResult.Healthy(),
            StoreState.DiskFull => new(context.Registration.FailureStatus, "The disk of the embedded store is full."),
            _ => new(context.Registration.FailureStatus, "The store cannot be reached."),
        };
}
