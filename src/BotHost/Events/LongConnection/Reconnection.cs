namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// When to try again. The platform drops connections as a matter of course, so the first try comes soon, spread over a few
/// seconds within what it allows; what keeps failing backs off to its interval. Pure.
/// </summary>
internal static class Reconnection
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(4);

    /// <param name="failures">Tries that failed in a row; 0 after a connection that had worked.</param>
    /// <param name="isCrowded">Another connection has to end first.</param>
    /// <param name="chance">Between 0 and 1.</param>
    /// <returns>Null when the platform wants no more tries.</returns>
    public static TimeSpan? Delay(int failures, bool isCrowded, ConnectionSettings settings, double chance) => failures switch
    {
        _ when settings.ReconnectCount >= 0 && failures >= settings.ReconnectCount => null,
        0 => Soonest + Shorter(Spread, settings.ReconnectNonce) * chance,
        _ when isCrowded => Jittered(settings.ReconnectInterval, chance),
        _ => Jittered(Shorter(Soonest * Math.Pow(2, Math.Min(failures, 20) - 1), settings.ReconnectInterval), chance),
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Jittered(TimeSpan delay, double chance) => delay * (0.75 + chance / 2);
}
