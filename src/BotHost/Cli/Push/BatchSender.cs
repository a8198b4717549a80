using System.Threading.Channels;
using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>Sends documents in batches as they come, each guarded by the revision that the service had when the push began.</summary>
internal sealed class BatchSender(KnowledgeClient client, PushTally tally, ProgressTask bar, IAnsiConsole console, Language language)
{
    public const int BatchCount = 100;
    private const int BatchBytes = 8 * 1024 * 1024;
    private const int MaxRounds = 6;

    public async Task RunAsync(ChannelReader<PushItem> items, CancellationToken cancellationToken)
    {
        while (await items.WaitToReadAsync(cancellationToken))
            await SendAsync(Take(items), cancellationToken);
    }

    private static List<PushItem> Take(ChannelReader<PushItem> items)
    {
        var batch = new List<PushItem>();
        for (var size = 0L; batch.Count < BatchCount && size < BatchBytes && items.TryRead(out var item); size += item.Size)
            batch.Add(item);
        return batch;
    }

    /// <summary>What gets no final result is sent again: after an interruption, and where the service could not take it just then.</summary>
    private async Task SendAsync(List<PushItem> batch, CancellationToken cancellationToken)
    {
        var left = new List<PushItem>(batch);
        for (var round = 1; left.Count > 0 && round <= MaxRounds; round++)
        {
            if (round > 1)
                await Task.Delay(TimeSpan.FromMilliseconds(250 << round), cancellationToken);
            try
            {
                left = await SendOnceAsync(left, cancellationToken);
            }
            catch (ServiceException exception) when (exception.Passing && round < MaxRounds)
            {
                left.RemoveAll(item => item.IsDone);
            }
        }
        foreach (var item in left)
            Fail(item, CliTexts.NoResult.In(language));
    }

    private async Task<List<PushItem>> SendOnceAsync(List<PushItem> items, CancellationToken cancellationToken)
    {
        await foreach (var result in client.PushAsync(items, cancellationToken))
            if (result.Line >= 1 && result.Line <= items.Count)
                Note(items[result.Line - 1], result);
        return [.. items.Where(item => !item.IsDone)];
    }

    private void Note(PushItem item, BatchResult result)
    {
        foreach (var warning in result.Warnings ?? [])
            lock (console)
                console.WriteLine($"{item.Path}: {warning}");
        if (result.Problem is not { } problem)
            Succeed(item);
        else if (result.Status == StatusCodes.Status412PreconditionFailed && Holds(problem, item))
            Succeed(item);
        else if (result.Status != StatusCodes.Status503ServiceUnavailable)
            Fail(item, problem.Detail ?? problem.Title ?? "");
    }

    /// <summary>Sent before an interruption, whose result was lost.</summary>
    private static bool Holds(Microsoft.AspNetCore.Mvc.ProblemDetails problem, PushItem item) =>
        problem.Extensions.TryGetValue("contentHash", out var hash) && hash?.ToString() == item.Hash;

    private void Succeed(PushItem item)
    {
        tally.Pushed();
        Finish(item);
    }

    private void Fail(PushItem item, string why)
    {
        tally.Failed(item.Path, why);
        Finish(item);
    }

    private void Finish(PushItem item)
    {
        item.IsDone = true;
        bar.Increment(1);
    }
}
