namespace Wenlu.BotHost.Cards;

/// <summary>The time between the frames of a stream: short at first, when a reader waits for every word, and wider with each.</summary>
internal readonly record struct Cadence(TimeSpan First, double Growth, TimeSpan Longest)
{
    /// <summary>A stream closes itself ten minutes after it was opened, whatever is sent; the finished card shows the rest.</summary>
    public static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(9.5);

    /// <param name="options">The rhythm while there is plenty.</param>
    /// <param name="widening">Factor for when there is not.</param>
    public static Cadence Of(CardOptions options, double widening) =>
        new(options.FirstInterval * widening, options.Growth, Longer(options.LongestInterval, options.FirstInterval * widening));

    public TimeSpan After(TimeSpan interval) => interval * Growth < Longest ? interval * Growth : Longest;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
