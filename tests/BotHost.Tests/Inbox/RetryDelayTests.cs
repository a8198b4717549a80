using FsCheck.Xunit;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Tests.Inbox;

public sealed class RetryDelayTests
{
    private readonly InboxOptions options = new();

    [Property]
    public void It_stays_between_four_fifths_of_the_first_and_the_longest(int attempt, int seed) =>
        RetryDelay.After(attempt, options, new Random(seed))
            .ShouldBeInRange(options.FirstRetryDelay * 0.8, options.LongestRetryDelay);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(6, 30)]
    [InlineData(100, 30)]
    public void It_doubles_up_to_the_longest(int attempt, int seconds) =>
        RetryDelay.After(attempt, options, new Random(1)).TotalSeconds.ShouldBeInRange(seconds * 0.8, seconds);

    [Fact]
    public void It_differs_between_entries_that_failed_together() =>
        Enumerable.Range(0, 20).Select(seed => RetryDelay.After(3, options, new Random(seed))).Distinct().Count().ShouldBeGreaterThan(10);
}
