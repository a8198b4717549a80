namespace Wenlu.Retrieval.Dense;

/// <summary>After a failure nothing is tried for a while, after the next one twice as long: a dead service costs nothing per search.</summary>
internal sealed class FailurePause(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset until;
    private TimeSpan next = Shortest;

    public bool IsOn
    {
        get
        {
            lock (gate)
                return time.GetUtcNow() < until;
        }
    }

    public void Failed()
    {
        lock (gate)
        {
            // Searches that ran side by side fail together; that is one failure.
            if (time.GetUtcNow() < until)
                return;
            until = time.GetUtcNow() + next;
            next = next * 2 < Longest ? next * 2 : Longest;
        }
    }

    public void Succeeded()
    {
        lock (gate)
            next = Shortest;
    }
}
