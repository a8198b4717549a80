using System.Text;
using Google.Protobuf;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Events.LongConnection.Wire;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

/// <summary>Byte for byte what the platform's own library writes, in our codec and in the stand-in's, which know nothing of each other.</summary>
public sealed class FramesTests
{
    public static TheoryData<string> Names => [.. GoldenFrames.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_frame_is_written_again_as_it_was_read(string name)
    {
        GoldenFrames.Read(name).ToByteArray().ShouldBe(GoldenFrames.Bytes(name));
        WireCodec.Write(WireCodec.Read(GoldenFrames.Bytes(name))).ShouldBe(GoldenFrames.Bytes(name));
    }

    [Fact]
    public void A_ping_carries_its_zeros() =>
        Frames.Ping(33554678).ToByteArray().ShouldBe(GoldenFrames.Bytes("client_ping"));

    [Fact]
    public void Pitfall_02_An_acknowledgement_is_the_frame_itself_with_the_time_and_the_answer() =>
        Frames.Answer(GoldenFrames.Read("server_event_single"), FrameAnswer.Done, TimeSpan.FromMilliseconds(12.9)).ToByteArray()
            .ShouldBe(GoldenFrames.Bytes("client_ack_ok"));

    [Fact]
    public void The_answer_to_a_click_travels_in_base64()
    {
        var acknowledgement = GoldenFrames.Read("client_ack_card");
        var click = acknowledgement.Clone();
        click.Headers.RemoveAt(click.Headers.Count - 1);
        var toast = """{"toast":{"type":"info","content":"已收到"}}"""u8.ToArray();

        Frames.Answer(click, new FrameAnswer(200, toast), TimeSpan.FromMilliseconds(8)).ToByteArray()
            .ShouldBe(GoldenFrames.Bytes("client_ack_card"));
    }

    [Fact]
    public void Base64_is_written_as_it_is()
    {
        byte[] body = [0xfb, 0xef, 0xff];
        var frame = Frames.Answer(GoldenFrames.Read("server_event_single"), new FrameAnswer(200, body), TimeSpan.Zero);
        frame.Payload.ToStringUtf8().ShouldBe("""{"code":200,"data":"++//"}""");
    }

    [Fact]
    public void What_we_do_not_know_of_a_frame_goes_back_too()
    {
        var frame = GoldenFrames.Read("server_event_single");
        (frame.PayloadEncoding, frame.PayloadType, frame.LogIDNew) = ("gzip", "json", "log-9");
        byte[] withNewField = [.. frame.ToByteArray(), 0x50, 0x07];

        var answer = Frames.Answer(Frame.Parser.ParseFrom(withNewField), FrameAnswer.SendAgain, TimeSpan.Zero);

        (answer.PayloadEncoding, answer.PayloadType, answer.LogIDNew).ShouldBe(("gzip", "json", "log-9"));
        answer.Payload.ToStringUtf8().ShouldBe("""{"code":500}""");
        Convert.ToHexString(answer.ToByteArray()).ShouldEndWith("5007");
    }

    [Fact]
    public void A_frame_without_what_it_must_have_is_none() =>
        Frames.Read(GoldenFrames.Bytes("client_ping").AsSpan(2)).ShouldBeNull();

    [Fact]
    public void A_split_event_reads_like_the_whole_one()
    {
        var reassembly = new Reassembly(TimeProvider.System);
        reassembly.Add(GoldenFrames.Read("server_event_part_1_of_2")).ShouldBeNull();
        var whole = reassembly.Add(GoldenFrames.Read("server_event_part_0_of_2")).ShouldNotBeNull();
        Encoding.UTF8.GetString(whole.Span).ShouldBe(GoldenFrames.Read("server_event_single").Payload.ToStringUtf8());
    }
}
