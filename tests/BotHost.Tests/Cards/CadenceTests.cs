using FsCheck;
using FsCheck.Xunit;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CadenceTests
{
    private const int CreateReplyCloseFinish = 4;
    private static readonly Cadence Usual = Cadence.Of(new CardOptions(), widening: 1);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(4, 8)]
    public void An_answer_of_thirty_seconds_costs_so_many_calls(double widening, int calls) =>
        (CreateReplyCloseFinish + FramesWithin(TimeSpan.FromSeconds(30), Cadence.Of(new CardOptions(), widening))).ShouldBe(calls);

    [Fact]
    public void The_longest_stream_costs_a_score_of_calls() => FramesWithin(Cadence.LongestStream, Usual).ShouldBeLessThan(20);

    [Fact]
    public void Pitfall_22_The_longest_stream_ends_before_the_platform_ends_it() => Cadence.LongestStream.ShouldBeLessThan(TimeSpan.FromMinutes(10));

    [Property]
    public bool Frames_never_come_closer(NormalFloat widening, NormalFloat growth)
    {
        var cadence = Cadence.Of(new CardOptions { Growth = 1 + Math.Abs(growth.Get) % 9 }, 1 + Math.Abs(widening.Get) % 20);
        return cadence.After(cadence.First) >= cadence.First;
    }

    /// <summary>The first frame comes with the first words.</summary>
    private static int FramesWithin(TimeSpan answer, Cadence cadence)
    {
        var frames = 0;
        var interval = cadence.First;
        for (var at = TimeSpan.Zero; at < answer; interval = cadence.After(interval))
        {
            frames++;
            at += interval;
        }

        return frames;
    }
}
