using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>Keeps the published questions as the store has them: reads its feed from the beginning at every start, and follows it.</summary>
internal sealed partial class PublicationFeed(
    KnowledgeStore store, PublishedQuestions published, QuestionCounts counts, TimeProvider time, ILogger<PublicationFeed> logger) : BackgroundService
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);

    /// <summary>How long another replica's votes may take to be seen here.</summary>
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(15);

    private readonly WakeUp wake = new();
    private readonly Milestones milestones = new();
    private readonly TaskCompletionSource firstCatchUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? counted;

    /// <summary>Completes the first time that everything in the store is known.</summary>
    public Task FirstCatchUp => firstCatchUp.Task;

    /// <summary>Returns when the change, and every one before it, is on the pages.</summary>
    public Task CatchUpAsync(long change, CancellationToken cancellationToken)
    {
        var reached = milestones.ReachAsync(change);
        wake.Ring();
        return reached.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
                await CountWhenDueAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.StandsStill(logger, exception.Message);
            }

            await wake.SleepAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        IReadOnlyList<FeedEntry> entries;
        do
        {
            stoppingToken.ThrowIfCancellationRequested();
            (entries, var trimmed) = await store.FollowFeedAsync(milestones.Reached, BatchSize);
            if (milestones.Reached > 0 && trimmed > milestones.Reached)
                await CompareAsync();
            await Task.WhenAll(entries.Select(entry => ApplyAsync(entry.Key)));
            if (entries is [.., var last])
                milestones.Pass(last.Change);
        }
        while (entries.Count == BatchSize);
        firstCatchUp.TrySetResult();
    }

    /// <summary>Who stood still for long may have missed deletions that the feed no longer tells of.</summary>
    private async Task CompareAsync()
    {
        var living = await store.ReadKeysAsync();
        foreach (var id in published.Ids.Where(id => !living.Contains(new(Kinds.Question, id))))
            published.Remove(id);
        await Task.WhenAll(published.SourceIds.Where(id => !living.Contains(new(Kinds.Document, id))).Select(ReadSourceAsync));
    }

    private Task ApplyAsync(DocumentKey key) => key.Kind switch
    {
        Kinds.Question => ApplyQuestionAsync(key),
        Kinds.Document when published.IsSource(key.Id) => ReadSourceAsync(key.Id),
        _ => Task.CompletedTask,
    };

    /// <summary>Its sources come first: it is not shown before they are known to be open.</summary>
    private async Task ApplyQuestionAsync(DocumentKey key)
    {
        if (await store.FindAsync(key) is not { IsPublic: true } stored)
        {
            published.Remove(key.Id);
            return;
        }

        var question = PublishedQuestion.Of(stored);
        await Task.WhenAll(question.Sources.Where(source => !published.IsSource(source)).Select(ReadSourceAsync));
        published.Set(question);
    }

    private async Task ReadSourceAsync(string id) => published.SetSource(id, await store.FindFactsAsync(new(Kinds.Document, id)));

    private async Task CountWhenDueAsync()
    {
        if (counted is { } last && time.GetElapsedTime(last) < CountInterval)
            return;
        counted = time.GetTimestamp();
        published.SetCounts(await counts.ReadAsync());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The published questions stand still, and will be tried again: {Cause}")]
        public static partial void StandsStill(ILogger logger, string cause);
    }
}
