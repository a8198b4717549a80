namespace Wenlu.BotHost.Knowledge;

/// <summary>Wakes one who sleeps between two looks; however often it rings meanwhile, he gets up once.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already woken, and not yet up.
        }
    }

    /// <summary>Returns when it rings, at the latest after a time.</summary>
    public Task SleepAsync(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => rung.Dispose();
}
