using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli;

internal sealed record PushOutcome(int Pushed, int Unchanged, IReadOnlyList<FailedFile> Failed);

/// <summary>Pushes a folder in batches, and goes on after interruptions of the connection.</summary>
internal sealed class FolderPush(KnowledgeClient client, IAnsiConsole console, Language language)
{
    private const int BatchCount = 100;
    private const int BatchBytes = 8 * 1024 * 1024;
    private const int MaxAttempts = 5;

    private readonly List<FailedFile> failed = [];
    private int pushed;

    public async Task<PushOutcome> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var paths = PushedFile.In(folder);
        if (paths.Count == 0)
            console.WriteLine(CliTexts.NoFiles(folder).In(language));
        var (hashes, unset) = await ReadServerAsync(cancellationToken);
        var plan = PushPlan.Make(folder, paths, hashes, unset, language);
        failed.AddRange(plan.Failed);
        await console.Progress().StartAsync(progress => PushAsync(plan, unset, progress, cancellationToken));
        return new(pushed, plan.Unchanged, failed);
    }

    private async Task<(Dictionary<string, string> Hashes, Audience Unset)> ReadServerAsync(CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>();
        for (var cursor = "0"; ;)
        {
            var page = await PersistAsync(() => client.ListAsync(cursor, cancellationToken), cancellationToken);
            foreach (var document in page.Documents)
                hashes[document.Id] = document.ContentHash;
            if (page.Next is null)
                return (hashes, Audience.Named(page.DefaultAudience) ?? Audience.Tenant);
            cursor = page.Next;
        }
    }

    private async Task PushAsync(PushPlan plan, Audience unset, ProgressContext progress, CancellationToken cancellationToken)
    {
        var task = progress.AddTask(CliTexts.Pushing.In(language), maxValue: Math.Max(1, plan.Files.Count));
        foreach (var batch in Batches(plan.Files))
            await PushBatchAsync(new Queue<PlannedFile>(batch), unset, task, cancellationToken);
        task.Value = task.MaxValue;
    }

    /// <summary>Files leave the queue with their result: after an interruption only the rest is sent again.</summary>
    private async Task PushBatchAsync(Queue<PlannedFile> files, Audience unset, ProgressTask task, CancellationToken cancellationToken)
    {
        await PersistAsync(
            async () =>
            {
                await foreach (var result in client.PushAsync(ReadAgain(files, unset), cancellationToken))
                    Note(files.Dequeue(), result, task);
                return true;
            },
            cancellationToken);
        foreach (var file in files)
            failed.Add(new(file.RelativePath, CliTexts.NoResult.In(language)));
    }

    /// <summary>A file that was changed or removed since it was planned fails now.</summary>
    private List<KnowledgeDocument> ReadAgain(Queue<PlannedFile> files, Audience unset)
    {
        var documents = new List<KnowledgeDocument>(files.Count);
        for (var left = files.Count; left > 0; left--)
        {
            var file = files.Dequeue();
            if (PushedFile.Read(file.Path, file.Id, unset) is Submission.Accepted accepted)
            {
                documents.Add(accepted.Document);
                files.Enqueue(file);
            }
            else
            {
                failed.Add(new(file.RelativePath, CliTexts.ChangedMeanwhile.In(language)));
            }
        }
        return documents;
    }

    private void Note(PlannedFile file, BatchResult result, ProgressTask task)
    {
        task.Increment(1);
        if (result.Problem is { } problem)
            failed.Add(new(file.RelativePath, problem.Detail ?? problem.Title ?? ""));
        else
            pushed++;
        foreach (var warning in result.Warnings ?? [])
            console.WriteLine($"{file.RelativePath}: {warning}");
    }

    private static async Task<T> PersistAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (ServiceException exception) when (exception.Passing && number < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250 << number), cancellationToken);
            }
        }
    }

    private static IEnumerable<List<PlannedFile>> Batches(IEnumerable<PlannedFile> files)
    {
        var (batch, size) = (new List<PlannedFile>(), 0L);
        foreach (var file in files)
        {
            if (batch.Count == BatchCount || (batch.Count > 0 && size + file.Size > BatchBytes))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }
            batch.Add(file);
            size += file.Size;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
