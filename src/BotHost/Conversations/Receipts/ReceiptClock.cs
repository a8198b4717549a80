using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Conversations.Receipts;

/// <summary>
/// Notices messages that wait: half a second after one was accepted it gets a receipt, unless its card is there. In a flood it notices
/// some of them only; a sign that costs a call each is the last thing needed then.
/// </summary>
internal sealed class ReceiptClock(
    Receipts receipts, BotIdentity identity, IOptions<ConversationOptions> conversation, TimeProvider time)
    : BackgroundService, IEventObserver
{
    private const int MostWaiting = 1_000;
    private const int CallsAtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public Task ObserveAsync(Incoming incoming)
    {
        if (incoming is Incoming.Kept { Type: EventTypes.Message } kept && !receipts.IsForbidden)
            waiting.Writer.TryWrite(new Waiting(kept, time.GetTimestamp()));
        return Task.CompletedTask;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stoppingToken };
        return Parallel.ForEachAsync(DueAsync(stoppingToken), limits, async (due, cancellationToken) =>
            await receipts.GiveAsync(due.Message.Asked, due.WrittenAt, cancellationToken));
    }

    /// <summary>In the order of their acceptance, which is that of their moments.</summary>
    private async IAsyncEnumerable<(IncomingMessage Message, DateTimeOffset WrittenAt)> DueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (kept, acceptedAt) in waiting.Reader.ReadAllAsync(cancellationToken))
        {
            if (Patience - time.GetElapsedTime(acceptedAt) is { Ticks: > 0 } left)
                await Task.Delay(left, time, cancellationToken);
            if (!IsTooOld(kept) && MessageReader.TryRead(kept.Envelope) is { } message && Addressing.Of(message, identity.Ids, identity.IsKnown) == Addressee.Us)
                yield return (message, kept.CreatedAt ?? time.GetUtcNow());
        }
    }

    /// <summary>It will not be answered.</summary>
    private bool IsTooOld(Incoming.Kept kept) => time.GetUtcNow() - kept.CreatedAt > conversation.Value.MaxAge;

    private readonly record struct Waiting(Incoming.Kept Kept, long AcceptedAt);
}
