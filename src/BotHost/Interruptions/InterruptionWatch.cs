using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Interruptions;

/// <summary>Looks several times a second, until disposed, whether the work beside it is still wanted.</summary>
internal sealed class InterruptionWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private readonly CancellationTokenSource interrupted = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task looking;

    private InterruptionWatch(bool isInterrupted, Func<Task<bool>> look, TimeProvider time)
    {
        if (isInterrupted)
            interrupted.Cancel();
        looking = isInterrupted ? Task.CompletedTask : LookAsync(look, time);
    }

    public CancellationToken Token => interrupted.Token;

    /// <summary>The first look is certain: what was interrupted before does not even begin.</summary>
    public static async Task<InterruptionWatch> StartAsync(Func<Task<bool>> look, TimeProvider time) => new(await look(), look, time);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        interrupted.Dispose();
    }

    private async Task LookAsync(Func<Task<bool>> look, TimeProvider time)
    {
        using var clock = new PeriodicTimer(Interval, time);
        while (await clock.WaitForNextTickAsync(ended.Token))
        {
            if (await TryLookAsync(look))
            {
                await interrupted.CancelAsync();
                return;
            }
        }
    }

    /// <summary>While the store is away nothing is known, and the work goes on.</summary>
    private static async Task<bool> TryLookAsync(Func<Task<bool>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return false;
        }
    }
}
