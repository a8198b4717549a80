using System.Collections.Concurrent;

namespace Wenlu.BotHost.Feishu;

/// <summary>Keeps operations on one thing (a chat, a card, a message) apart by at least the interval its limit asks for.</summary>
internal sealed class Pacer(TimeProvider time)
{
    /// <summary>A chat takes 5 messages a second from all bots in it; we leave room for the others.</summary>
    public static readonly TimeSpan Chat = TimeSpan.FromMilliseconds(250);

    /// <summary>A card takes 10 operations a second.</summary>
    public static readonly TimeSpan Card = TimeSpan.FromMilliseconds(110);

    /// <summary>A message is updated at most 5 times a second.</summary>
    public static readonly TimeSpan Message = TimeSpan.FromMilliseconds(220);

    private const int ForgetAbove = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> next = new();

    public Task WaitAsync(string key, TimeSpan interval, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var slot = next.AddOrUpdate(key, now + interval, (_, booked) => (booked > now ? booked : now) + interval) - interval;
        Forget(now);
        return slot > now ? Task.Delay(slot - now, time, cancellationToken) : Task.CompletedTask;
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
