namespace Wenlu.BotHost.Knowledge;

/// <summary>A number that only grows, and those who wait for it.</summary>
internal sealed class Milestones
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> waiting = new();
    private long reached;

    public long Reached => Interlocked.Read(ref reached);

    /// <summary>Whether passing this number would let anyone go.</summary>
    public bool IsAwaited(long number)
    {
        lock (gate)
            return waiting.TryPeek(out _, out var awaited) && awaited <= number;
    }

    public Task ReachAsync(long number)
    {
        lock (gate)
        {
            if (reached >= number)
                return Task.CompletedTask;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(source, number);
            return source.Task;
        }
    }

    public void Pass(long number)
    {
        lock (gate)
        {
            Interlocked.Exchange(ref reached, Math.Max(reached, number));
            while (waiting.TryPeek(out var source, out var awaited) && awaited <= reached)
            {
                source.SetResult();
                waiting.Dequeue();
            }
        }
    }
}
