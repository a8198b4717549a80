using System.Diagnostics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Knowledge;

/// <summary>
/// Puts the seeds into a store that was never written, before the first request. A store that is away at the start is waited
/// for in the background; what is wrong with the files is said at once in any case.
/// </summary>
internal sealed partial class SeedLoader(
    KnowledgeStore store, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<SeedLoader> logger) : BackgroundService
{
    private const int BatchSize = 100;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private IReadOnlyList<KnowledgeDocument>? waiting;

    /// <summary>False while seeds wait for their store.</summary>
    public bool IsDone => Volatile.Read(ref waiting) is null;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (FindFolder() is { } folder && !await TryLoadAsync(folder))
            waiting = SeedFolder.Read(folder);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (waiting is not null)
        {
            await Task.Delay(RetryDelay, time, stoppingToken);
            if (await TryAsync(() => LoadAsync(() => waiting)))
                Volatile.Write(ref waiting, null);
        }
    }

    private Task<bool> TryLoadAsync(string folder) => TryAsync(() => LoadAsync(() => SeedFolder.Read(folder)));

    private async Task<bool> TryAsync(Func<Task> load)
    {
        try
        {
            await load();
            return true;
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            Log.StoreAway(logger, exception.Message);
            return false;
        }
    }

    private async Task LoadAsync(Func<IReadOnlyList<KnowledgeDocument>> read)
    {
        if (!await store.BeginSeedingAsync())
            return;
        var started = Stopwatch.GetTimestamp();
        var seeds = read();
        Log.Loading(logger, seeds.Count);
        foreach (var batch in seeds.Chunk(BatchSize))
            await Task.WhenAll(batch.Select(seed => store.PutAsync(seed, Precondition.Absent)));
        await store.EndSeedingAsync();
        var questions = seeds.Count(seed => seed.Kind == Kinds.Question);
        Log.Loaded(logger, seeds.Count(IsArticle), questions, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static bool IsArticle(KnowledgeDocument seed) => seed.Kind == Kinds.Document && seed.Key != GlossaryDocument.Key;

    private string? FindFolder()
    {
        var name = options.Value.Seed;
        if (string.IsNullOrWhiteSpace(name))
            return null;
        if (UpwardsFrom(Directory.GetCurrentDirectory()).Select(parent => Path.Combine(parent, name)).FirstOrDefault(Directory.Exists) is { } folder)
            return folder;
        if (name != KnowledgeOptions.DefaultSeed)
            throw new StartupException(SeedTexts.FolderMissing(name));
        Log.NoFolder(logger, name);
        return null;
    }

    private static IEnumerable<string> UpwardsFrom(string directory)
    {
        for (var at = directory; at is not null; at = Path.GetDirectoryName(at))
            yield return at;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store is empty: loading {Count} seeds …")]
        public static partial void Loading(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Information, "Loaded {Articles} articles and {Questions} questions in {Milliseconds} ms.")]
        public static partial void Loaded(ILogger logger, int articles, int questions, long milliseconds);

        [LoggerMessage(3, LogLevel.Information, "No folder '{Folder}' in the working directory or above it: starting without seeds.")]
        public static partial void NoFolder(ILogger logger, string folder);

        [LoggerMessage(4, LogLevel.Warning, "The store cannot be reached ({Cause}); the seeds wait for it.")]
        public static partial void StoreAway(ILogger logger, string cause);
    }
}
