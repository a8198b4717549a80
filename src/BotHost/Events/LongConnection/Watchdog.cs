namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// Notices a connection that looks open and is dead: nothing at all has arrived for a while after a ping. A second ping does not
/// prolong the wait, or frequent pings would put it off for ever.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>Shorter kills connections that are only slow; the platform's own libraries allow 15 to 30 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly ITimer timer;
    private bool isArmed;

    public Watchdog(TimeProvider time, Action bite) => timer = time.CreateTimer(_ => bite(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Arm()
    {
        lock (gate)
        {
            if (!isArmed)
                timer.Change(Patience, Timeout.InfiniteTimeSpan);
            isArmed = true;
        }
    }

    public void Calm()
    {
        lock (gate)
        {
            if (isArmed)
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            isArmed = false;
        }
    }

    public void Dispose() => timer.Dispose();
}
