using Microsoft.Extensions.Time.Testing;
using Wenlu.BotHost.Events.LongConnection;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class WatchdogTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly Watchdog watchdog;
    private int bites;

    public WatchdogTests() => watchdog = new Watchdog(time, () => bites++);

    public void Dispose() => watchdog.Dispose();

    [Fact]
    public void It_bites_once_when_nothing_follows_a_ping()
    {
        watchdog.Arm();
        time.Advance(Watchdog.Patience - TimeSpan.FromSeconds(1));
        bites.ShouldBe(0);
        time.Advance(TimeSpan.FromMinutes(10));
        bites.ShouldBe(1);
    }

    [Fact]
    public void Whatever_arrives_calms_it_until_the_next_ping()
    {
        watchdog.Arm();
        watchdog.Calm();
        time.Advance(TimeSpan.FromMinutes(10));
        bites.ShouldBe(0);
        watchdog.Arm();
        time.Advance(Watchdog.Patience);
        bites.ShouldBe(1);
    }

    [Fact]
    public void Pings_more_frequent_than_its_patience_do_not_put_it_off()
    {
        for (var second = 0; second < 20; second++)
        {
            watchdog.Arm();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        bites.ShouldBe(1);
    }

    [Fact]
    public void Before_the_first_ping_it_sleeps()
    {
        time.Advance(TimeSpan.FromHours(1));
        bites.ShouldBe(0);
    }
}
