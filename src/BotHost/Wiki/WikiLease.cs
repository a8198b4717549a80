using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Wiki;

/// <summary>The right to sync, which one replica has: renewed until disposed. <see cref="Lost"/> is cancelled when another may have it.</summary>
internal sealed class WikiLease : IAsyncDisposable
{
    private readonly WikiStore store;
    private readonly string replica;
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    private WikiLease(WikiStore store, string replica, TimeProvider time, CancellationToken stopping)
    {
        (this.store, this.replica) = (store, replica);
        lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        renewing = RenewAsync(time);
    }

    public CancellationToken Lost => lost.Token;

    /// <summary>Null while another replica has it.</summary>
    public static async Task<WikiLease?> TryTakeAsync(WikiStore store, TimeProvider time, CancellationToken stopping)
    {
        var replica = Guid.NewGuid().ToString("N");
        return await store.TakeLeaseAsync(replica) ? new WikiLease(store, replica, time, stopping) : null;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await store.ReleaseLeaseAsync(replica);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            // It ends by itself.
        }
        ended.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync(TimeProvider time)
    {
        var renewed = time.GetTimestamp();
        using var clock = new PeriodicTimer(WikiStore.Lease / 4, time);
        while (await clock.WaitForNextTickAsync(ended.Token))
        {
            var asked = time.GetTimestamp();
            var held = await TryRenewAsync();
            if (held is true)
                renewed = asked;
            else if (held is false || time.GetElapsedTime(renewed) >= WikiStore.Lease / 2)
                break;
        }
        await lost.CancelAsync();
    }

    /// <summary>Null when the store is away: the lease holds until its end.</summary>
    private async Task<bool?> TryRenewAsync()
    {
        try
        {
            return await store.RenewLeaseAsync(replica);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return null;
        }
    }
}
