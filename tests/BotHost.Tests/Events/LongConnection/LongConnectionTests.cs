using System.Net.WebSockets;
using System.Text;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class LongConnectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private OpenConnection open = null!;

    public async Task InitializeAsync() => open = await OpenConnection.StartAsync();

    public async Task DisposeAsync() => await open.DisposeAsync();

    [Fact]
    public async Task It_pings_at_once_and_then_at_every_interval()
    {
        await open.PingedAsync();
        for (var minutes = 0; minutes < 3; minutes++)
        {
            await open.SendPongAsync();
            await AnsweredAsync(minutes * 2);
            open.Time.Advance(ConnectionSettings.Default.PingInterval - Second);
            await AnsweredAsync(minutes * 2 + 1);
            open.Time.Advance(Second);
            await open.PingedAsync();
        }
    }

    [Fact]
    public async Task The_ping_goes_out_before_anything_is_answered()
    {
        await using var pushed = await OpenConnection.StartAsync(OpenConnection.Event("early"));

        await pushed.PingedAsync();
        (await pushed.NextAsync()).ShouldNotBeNull().Header("type").ShouldBe("event");
    }

    [Fact]
    public async Task What_a_pong_says_counts_at_once()
    {
        await open.PingedAsync();
        await open.SendPongAsync("""{"ReconnectCount":4,"ReconnectInterval":60,"ReconnectNonce":2,"PingInterval":10}""");
        await AnsweredAsync(1);
        open.Settings.ShouldBe(new ConnectionSettings(4, 60 * Second, 2 * Second, 10 * Second));
        open.Time.Advance(10 * Second);
        await open.PingedAsync();
    }

    [Fact]
    public async Task Pitfall_07_A_connection_that_is_dead_one_way_is_given_up_although_events_come()
    {
        await open.PingedAsync();
        await open.SendPongAsync("""{"PingInterval":10}""");
        await AnsweredAsync(1);
        for (var ping = 0; ping < 3; ping++)
        {
            open.Time.Advance(10 * Second);
            await open.PingedAsync();
            await AnsweredAsync(ping + 2);
            open.Ended.IsCompleted.ShouldBeFalse();
        }

        open.Time.Advance(10 * Second);
        await open.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        open.Logs.Warnings.ShouldContain("it hears nothing");
    }

    [Fact]
    public async Task A_platform_that_never_answers_pings_is_believed_as_long_as_events_come()
    {
        await open.PingedAsync();
        for (var minutes = 0; minutes < 6; minutes += 2)
        {
            await open.SendEventAsync($"{minutes}", minutes + 1);
            (await open.NextAsync()).ShouldNotBeNull().Header("type").ShouldBe("event");
            open.Time.Advance(ConnectionSettings.Default.PingInterval);
            await open.PingedAsync();
        }
        open.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Pitfall_07_A_connection_that_looks_open_and_is_dead_is_given_up_twenty_seconds_after_a_ping()
    {
        await open.PingedAsync();
        open.Time.Advance(19 * Second);
        open.Ended.IsCompleted.ShouldBeFalse();
        open.Time.Advance(Second);
        await open.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        open.WasHeard.ShouldBeFalse();
        open.Logs.Warnings.ShouldContain("given up");
    }

    [Fact]
    public async Task Anything_that_arrives_is_a_sign_of_life_even_garbage()
    {
        await open.PingedAsync();
        await open.SendAsync([0xff, 0xff, 0xff]);
        await Eventually.TrueAsync(() => open.WasHeard);
        open.Time.Advance(60 * Second);
        await AnsweredAsync(1);
    }

    [Fact]
    public async Task What_is_no_frame_of_ours_is_passed_over()
    {
        await open.PingedAsync();
        await open.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text);
        await open.SendAsync([]);
        await open.SendAsync([0x08, 0x00]);
        await open.SendAsync(new byte[FrameSocket.MaxBytes * 2]);
        await open.SendAsync(new(1, 1, 7, 9, [new("type", "event")]));
        await open.SendAsync(new(1, 1, 7, 1, [new("type", "surprise")]) { Payload = [1] });
        await open.SendAsync(new(0, 0, 7, 0, [new("type", "ping")]));
        await AnsweredAsync(5);
        open.Seen.ShouldBe(["event 5"]);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("card")]
    public async Task Pitfall_10_Both_types_of_data_are_answered_alike(string type)
    {
        await open.PingedAsync();
        await open.SendEventAsync("a click", type: type);
        (await open.NextAsync()).ShouldNotBeNull().Header("type").ShouldBe(type);
        open.Seen.ShouldBe(["a click"]);
    }

    [Fact]
    public async Task A_slow_answer_holds_up_nobody()
    {
        await open.PingedAsync();
        var click = new TaskCompletionSource<FrameAnswer>();
        open.Answer = text => text == "slow" ? click.Task : Task.FromResult(FrameAnswer.Done);
        await open.SendEventAsync("slow", seq: 1);
        await AnsweredAsync(2);
        open.Time.Advance(2 * Second);
        click.SetResult(FrameAnswer.Done);

        var answer = (await open.NextAsync()).ShouldNotBeNull();
        answer.SeqId.ShouldBe(1ul);
        answer.Header("biz_rt").ShouldBe("2000");
    }

    [Fact]
    public async Task Only_so_many_are_answered_at_once_and_the_rest_waits_its_turn()
    {
        await open.PingedAsync();
        var hold = new TaskCompletionSource<FrameAnswer>();
        open.Answer = _ => hold.Task;
        for (var seq = 1; seq <= Answering.AtOnce + 5; seq++)
            await open.SendEventAsync("event", seq);
        await Eventually.TrueAsync(() => open.Seen.Count == Answering.AtOnce);
        await Task.Delay(50);
        open.Seen.Count.ShouldBe(Answering.AtOnce);

        hold.SetResult(FrameAnswer.Done);
        for (var seq = 1; seq <= Answering.AtOnce + 5; seq++)
            (await open.NextAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Answers_that_are_ready_together_do_not_mix_on_the_wire()
    {
        await open.PingedAsync();
        var together = new TaskCompletionSource();
        open.Answer = async text =>
        {
            await together.Task;
            await Task.Yield();
            return new FrameAnswer(200, Encoding.UTF8.GetBytes(text + new string('x', 20_000)));
        };
        for (var seq = 1; seq <= 50; seq++)
            await open.SendEventAsync($"event {seq}", seq);
        together.SetResult();

        List<ulong> answered = [];
        for (var seq = 1; seq <= 50; seq++)
            answered.Add((await open.NextAsync()).ShouldNotBeNull().SeqId);
        answered.Order().ShouldBe(Enumerable.Range(1, 50).Select(seq => (ulong)seq));
    }

    [Fact]
    public async Task When_it_has_to_stop_it_answers_what_it_began_and_says_goodbye()
    {
        await open.PingedAsync();
        var hold = new TaskCompletionSource<FrameAnswer>();
        open.Answer = _ => hold.Task;
        await open.SendEventAsync("begun");
        await Eventually.TrueAsync(() => !open.Seen.IsEmpty);

        await open.StopAsync();
        await open.SendEventAsync("too late", seq: 2);
        hold.SetResult(FrameAnswer.Done);

        (await open.NextAsync()).ShouldNotBeNull().SeqId.ShouldBe(1ul);
        (await open.NextAsync()).ShouldBeNull();
        open.Seen.ShouldBe(["begun"]);
    }

    /// <summary>The next frame of ours is the answer to this event, and nothing else came before it.</summary>
    private async Task AnsweredAsync(int seq)
    {
        await open.SendEventAsync($"event {seq}", seq);
        (await open.NextAsync()).ShouldNotBeNull().Header("message_id").ShouldBe($"m{seq}");
    }
}
