using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Numbers;

/// <summary>Notes now and then how much is known.</summary>
internal sealed class SizeClock(NumberTaker numbers, KnowledgeIndex index, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await index.FirstCatchUp.WaitAsync(stoppingToken);
        using var clock = new PeriodicTimer(Every, time);
        do
            await numbers.SizedAsync(new(index.DocumentCount(Kinds.Document), index.ChunkCount));
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }
}
