using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Events.LongConnection;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class ReconnectionTests
{
    private static readonly ConnectionSettings Settings = ConnectionSettings.Default;

    [Fact]
    public void Pitfall_11_A_connection_that_had_worked_is_opened_again_within_seconds_and_not_by_all_at_once()
    {
        Reconnection.Delay(0, isCrowded: false, Settings, 0).ShouldBe(TimeSpan.FromSeconds(1));
        Reconnection.Delay(0, isCrowded: false, Settings, 1).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_spread_that_the_platform_does_not_want_is_not_taken() =>
        Reconnection.Delay(0, isCrowded: false, Settings with { ReconnectNonce = TimeSpan.Zero }, 1).ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void What_keeps_failing_is_tried_less_and_less_often_down_to_the_interval()
    {
        var delays = Enumerable.Range(1, 12).Select(failures => Reconnection.Delay(failures, isCrowded: false, Settings, 0.5)!.Value.TotalSeconds);
        delays.ShouldBe([1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120, 120]);
    }

    [Property]
    public bool It_never_tries_without_a_pause(NonNegativeInt failures, bool isCrowded, byte chance) =>
        Reconnection.Delay(failures.Get, isCrowded, Settings, chance / 255.0) is { } delay
        && delay >= TimeSpan.FromSeconds(0.75) && delay <= Settings.ReconnectInterval * 1.25;

    [Fact]
    public void Where_there_are_too_many_it_waits_the_whole_interval() =>
        Reconnection.Delay(1, isCrowded: true, Settings, 0.5).ShouldBe(Settings.ReconnectInterval);

    [Fact]
    public void After_as_many_tries_as_the_platform_allows_it_is_over()
    {
        var three = Settings with { ReconnectCount = 3 };
        Reconnection.Delay(2, isCrowded: false, three, 0).ShouldNotBeNull();
        Reconnection.Delay(3, isCrowded: false, three, 0).ShouldBeNull();
        Reconnection.Delay(0, isCrowded: false, Settings with { ReconnectCount = 0 }, 0).ShouldBeNull();
    }
}
