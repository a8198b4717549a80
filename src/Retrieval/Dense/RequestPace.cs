namespace Wenlu.Retrieval.Dense;

/// <summary>Spreads requests evenly, so that no minute sees more than allowed.</summary>
internal sealed class RequestPace(int perMinute, TimeProvider time)
{
    private readonly TimeSpan step = TimeSpan.FromMinutes(1) / perMinute;
    private readonly Lock gate = new();
    private DateTimeOffset next;

    /// <summary>Returns when the caller may begin its request.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var begin = next > now ? next : now;
            (next, wait) = (begin + step, begin - now);
        }
        return Task.Delay(wait, time, cancellationToken);
    }
}
