using System.Threading.Channels;
using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>
/// Pushes a folder: reads on every core, sends what the service does not have yet, and goes on after interruptions. Nothing is kept
/// beside the files: a push that was killed, or made from another machine, continues where the knowledge base really is.
/// </summary>
internal sealed class FolderPush(KnowledgeClient client, PushSettings settings, IAnsiConsole console, Language language)
{
    /// <summary>Batches on their way at once: while one waits for its index, another is read and a third is sent.</summary>
    private const int Senders = 3;

    private readonly PushTally tally = new();

    public async Task<PushOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var folder = PushFolder.Read(settings.Root, settings.Include, settings.Exclude);
        if (folder.Wanted.Count == 0)
            console.WriteLine(PushTexts.NoFiles(settings.Root).In(language));
        var (known, unset) = await ReadServerAsync(cancellationToken);
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new CountColumn(), new RemainingTimeColumn())
            .StartAsync(progress => PushAsync(folder, known, unset, progress, cancellationToken));
        if (settings.Prune)
            await new Pruning(client, settings, tally, console, language).RunAsync(folder, known, cancellationToken);
        return tally.Outcome;
    }

    private async Task<(Dictionary<string, DocumentFacts> Known, Audience Unset)> ReadServerAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, DocumentFacts>();
        for (var cursor = "0"; ;)
        {
            var page = await Persistence.RunAsync(() => client.ListAsync(cursor, cancellationToken), cancellationToken);
            foreach (var document in page.Documents)
                known[document.Id] = document;
            if (page.Next is null)
                return (known, Audience.Named(page.DefaultAudience) ?? Audience.Tenant);
            cursor = page.Next;
        }
    }

    private async Task PushAsync(
        PushFolder folder, Dictionary<string, DocumentFacts> known, Audience unset, ProgressContext progress, CancellationToken cancellationToken)
    {
        var bar = progress.AddTask(CliTexts.Pushing.In(language), maxValue: Math.Max(1, folder.Wanted.Count));
        var items = Channel.CreateBounded<PushItem>(BatchSender.BatchCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = Enumerable.Range(0, Senders)
            .Select(_ => StopAllOnFailure(new BatchSender(client, tally, bar, console, language).RunAsync(items.Reader, stop.Token), stop)).ToList();
        var reading = StopAllOnFailure(ReadAsync(folder, known, unset, items.Writer, bar, stop.Token), stop);
        await Persistence.FirstFailureAsync([reading, .. sending]);
        bar.Value = bar.MaxValue;
    }

    private async Task ReadAsync(
        PushFolder folder, Dictionary<string, DocumentFacts> known, Audience unset, ChannelWriter<PushItem> items, ProgressTask bar, CancellationToken cancellationToken)
    {
        var reader = new FolderReader(folder, settings.OriginName, unset, language);
        await reader.ReadAsync(
            async (path, document) =>
            {
                var item = new PushItem(path, document, known.GetValueOrDefault(document.Id));
                if (IsThere(item))
                    tally.Unchanged();
                else if (settings.DryRun)
                    Show(item);
                else
                    await items.WriteAsync(item, cancellationToken);
                if (IsThere(item) || settings.DryRun)
                    bar.Increment(1);
            },
            file =>
            {
                tally.Failed(file.Path, file.Why);
                bar.Increment(1);
            },
            cancellationToken);
        items.Complete();
    }

    private bool IsThere(PushItem item) => item.Known is { } known && known.ContentHash == item.Hash && known.Origin == settings.OriginName;

    private void Show(PushItem item)
    {
        tally.Pushed();
        lock (console)
            console.WriteLine($"{(item.Known is null ? PushTexts.New : PushTexts.Changed).In(language)}  {item.Path}");
    }

    private static async Task StopAllOnFailure(Task work, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
