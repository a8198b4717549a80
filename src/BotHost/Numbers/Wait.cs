using System.Runtime.CompilerServices;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Numbers;

/// <summary>How long somebody waits for an answer: for its first words, and for its end.</summary>
internal sealed class Wait(TimeProvider time, DateTimeOffset since)
{
    /// <summary>Null while there are none, and when an earlier attempt wrote them.</summary>
    public TimeSpan? FirstWords { get; private set; }

    /// <summary>Of two clocks one may be ahead.</summary>
    public TimeSpan SoFar => time.GetUtcNow() - since is { Ticks: > 0 } waited ? waited : TimeSpan.Zero;

    public async IAsyncEnumerable<AnswerProgress> WatchAsync(
        IAsyncEnumerable<AnswerProgress> answering, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var progress in answering.WithCancellation(cancellationToken))
        {
            if (progress is AnswerProgress.Writing or AnswerProgress.Finished)
                FirstWords ??= SoFar;
            yield return progress;
        }
    }
}
