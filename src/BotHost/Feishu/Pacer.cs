using System.Collections.Concurrent;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// Keeps operations on one thing (a chat, a card, a message) within its limit, on all replicas together; while the store is
/// away, on this one alone.
/// </summary>
internal sealed class Pacer(CallLedger ledger, TimeProvider time)
{
    public static readonly CallRule Chat = CallRule.Chat;

    public static readonly CallRule Card = CallRule.Card;

    public static readonly CallRule Message = CallRule.Message;

    private const int ForgetAbove = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> next = new();

    public async Task WaitAsync(string key, CallRule rule, CancellationToken cancellationToken)
    {
        var wait = await ledger.PaceAsync(key, rule) ?? Alone(key, rule.Window / rule.Limit);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    private TimeSpan Alone(string key, TimeSpan interval)
    {
        var now = time.GetUtcNow();
        var slot = next.AddOrUpdate(key, now + interval, (_, booked) => (booked > now ? booked : now) + interval) - interval;
        Forget(now);
        return slot - now;
    }

    private void Forget(DateTimeOffset now)
    {
        if (next.Count <= ForgetAbove)
        {
            return;
        }

        foreach (var past in next.Where(entry => entry.Value < now))
        {
            next.TryRemove(past);
        }
    }
}
