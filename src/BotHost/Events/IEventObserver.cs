namespace Wenlu.BotHost.Events;

/// <summary>
/// Hears of an event before it is acknowledged, beside the inbox: a wish to stop must not wait behind what it is to stop. Quick,
/// and the same when it happens twice; an exception makes the platform send the event again.
/// </summary>
internal interface IEventObserver
{
    Task ObserveAsync(Incoming incoming);
}
