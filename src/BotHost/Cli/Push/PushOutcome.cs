using System.Collections.Concurrent;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>A file that will not be in the knowledge base, and why.</summary>
internal sealed record FailedFile(string Path, string Why);

internal sealed record PushOutcome(int Pushed, int Unchanged, int Removed, IReadOnlyList<FailedFile> Failed);

/// <summary>Counts what becomes of the files, from many threads.</summary>
internal sealed class PushTally
{
    private readonly ConcurrentQueue<FailedFile> failed = new();
    private int pushed;
    private int unchanged;
    private int removed;

    public PushOutcome Outcome => new(pushed, unchanged, removed, [.. failed.OrderBy(file => file.Path, StringComparer.Ordinal)]);

    public void Pushed() => Interlocked.Increment(ref pushed);

    public void Unchanged() => Interlocked.Increment(ref unchanged);

    public void Removed() => Interlocked.Increment(ref removed);

    public void Failed(string path, string why) => failed.Enqueue(new(path, why));
}
