using System.Collections.Concurrent;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Into how many chunks the documents indexed lately were cut, for the answers to their pushes.</summary>
internal sealed class ChunkCounts
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<DocumentKey, int> counts = new();
    private TaskCompletionSource next = New();

    public int? Find(DocumentKey key) => counts.TryGetValue(key, out var count) ? count : null;

    public void Keep(DocumentKey key, int count)
    {
        if (counts.Count >= Capacity)
            counts.Clear();
        counts[key] = count;
    }

    /// <summary>Completes with the next <see cref="Announce"/>.</summary>
    public Task NextAsync() => Volatile.Read(ref next).Task;

    public void Announce() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
