using System.Globalization;
using StackExchange.Redis;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// Remembers from which groups the bot was removed, from the moment it hears of it: what still waits to be answered there is
/// dropped without a call. Told by time, so that a bot that comes back answers what is written from then on.
/// </summary>
/// <remarks>Key: <c>chat:left:{chat id}</c>, string, when in milliseconds, living a day, as a waiting question does.</remarks>
internal sealed class Departures(IConnectionMultiplexer store, TimeProvider time) : IEventObserver
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public Task ObserveAsync(Incoming incoming) =>
        incoming is Incoming.Kept { Type: EventTypes.BotRemoved } kept ? LeaveAsync(ChatEvent.Read(kept.Envelope)) : Task.CompletedTask;

    /// <param name="writtenAt">When the message was written that waits for an answer.</param>
    public async Task<bool> HasLeftSinceAsync(string chatId, DateTimeOffset writtenAt) =>
        (long?)await store.GetDatabase().StringGetAsync(Key(chatId)) is { } left && writtenAt.ToUnixTimeMilliseconds() <= left;

    private Task<bool> LeaveAsync(ChatEvent removal)
    {
        var at = (removal.CreatedAt ?? time.GetUtcNow()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return store.GetDatabase().StringSetAsync(Key(removal.ChatId), at, Remembered);
    }

    private static string Key(string chatId) => $"chat:left:{{{chatId}}}";
}
