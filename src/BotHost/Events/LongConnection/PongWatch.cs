namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// Notices a connection that is dead one way: events still come in, which calms the <see cref="Watchdog"/>, but nothing of ours arrives,
/// so that the platform repeats them all. A platform that has answered pings and does not any more hears none.
/// </summary>
internal sealed class PongWatch(TimeProvider time)
{
    /// <summary>Looked at with every ping, so that at least one whole interval has passed too; far above any delay on a connection that works.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private bool wasAnswered;
    private long? unansweredSince;

    /// <summary>Whether a ping has been waiting for so long, on a connection whose pings used to be answered.</summary>
    public bool IsOneWay
    {
        get
        {
            lock (gate)
                return wasAnswered && unansweredSince is { } since && time.GetElapsedTime(since) >= Patience;
        }
    }

    public void Pinged()
    {
        lock (gate)
            unansweredSince ??= time.GetTimestamp();
    }

    public void Ponged()
    {
        lock (gate)
            (wasAnswered, unansweredSince) = (true, null);
    }
}
