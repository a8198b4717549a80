using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Storage;
using Wenlu.Retrieval.Dense;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Has the passages of the index embedded while the service runs, where an embedding model is set; searches never wait for it.</summary>
internal sealed partial class PassageEmbedding(EmbeddingModels models, DataFolder folder, TimeProvider time, ILogger<PassageEmbedding> logger) : BackgroundService
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    private EmbeddingProgress reported = EmbeddingProgress.None;

    /// <summary>Null without an embedding model.</summary>
    public EmbeddingIndex? Index { get; } = models.CreateIndex(folder.Vectors);

    public override void Dispose()
    {
        base.Dispose();
        Index?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Index is null)
            return;
        var work = Index.RunAsync(stoppingToken);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(ReportInterval, time, stoppingToken));
            Report(Index.Progress);
        }
        await work;
    }

    private void Report(EmbeddingProgress progress)
    {
        if (progress == reported)
            return;
        if (progress.Failure is { } failure && failure != reported.Failure)
            Log.Failed(logger, failure, progress.Missing);
        else if (progress is { Failure: null, Missing: 0, Embedded: > 0 })
            Log.Embedded(logger, progress.Embedded, progress.Model, progress.Quality);
        reported = progress;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "All {Embedded} passages are embedded by {Model}; its worth on this knowledge base is {Quality:0.00} of 1.")]
        public static partial void Embedded(ILogger logger, int embedded, string? model, double quality);

        [LoggerMessage(2, LogLevel.Warning, "Embedding waits and will be tried again ({Failure}); {Missing} passages are found by their words alone.")]
        public static partial void Failed(ILogger logger, string failure, int missing);
    }
}
