using Microsoft.Extensions.Options;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>Renews a lease in the background until disposed; <see cref="Lost"/> is cancelled when somebody else may hold it.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    public LeaseKeeper(EventInbox inbox, Claim claim, IOptions<InboxOptions> options, TimeProvider time) =>
        renewing = RenewAsync(inbox, claim, options.Value.Lease, time);

    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync(EventInbox inbox, Claim claim, TimeSpan lease, TimeProvider time)
    {
        var renewed = time.GetTimestamp();
        using var clock = new PeriodicTimer(lease / 3, time);
        while (await clock.WaitForNextTickAsync(ended.Token))
        {
            var asked = time.GetTimestamp();
            switch (await TryRenewAsync(inbox, claim))
            {
                case true:
                    renewed = asked;
                    break;
                case null when time.GetElapsedTime(renewed) < lease:
                    break;
                default:
                    await lost.CancelAsync();
                    return;
            }
        }
    }

    /// <summary>Null when the store is away: the lease holds until its end.</summary>
    private static async Task<bool?> TryRenewAsync(EventInbox inbox, Claim claim)
    {
        try
        {
            return await inbox.RenewAsync(claim);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}
