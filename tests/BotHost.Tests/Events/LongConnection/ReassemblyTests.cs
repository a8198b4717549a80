using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class ReassemblyTests
{
    private readonly FakeTimeProvider time = new();

    [Property]
    public bool However_an_event_is_cut_and_shuffled_it_is_whole_again_once(byte[] payload, byte cuts, int seed)
    {
        var parts = Cut(payload, 2 + cuts % 20).ToArray();
        new Random(seed).Shuffle(parts);
        var reassembly = new Reassembly(time);
        var results = parts.Select(reassembly.Add).ToList();
        return results.SkipLast(1).All(result => result is null) && results[^1]!.Value.Span.SequenceEqual(payload) && reassembly.Waiting == 0;
    }

    [Fact]
    public void An_event_in_one_frame_needs_no_numbering()
    {
        var frame = Part("m", "whole", 0, 1);
        frame.Headers.Clear();
        Text(new Reassembly(time).Add(frame)).ShouldBe("whole");
    }

    [Fact]
    public void Events_that_mix_stay_apart()
    {
        var reassembly = new Reassembly(time);
        reassembly.Add(Part("one", "a", 0, 2)).ShouldBeNull();
        reassembly.Add(Part("two", "x", 0, 2)).ShouldBeNull();
        Text(reassembly.Add(Part("one", "b", 1, 2))).ShouldBe("ab");
        Text(reassembly.Add(Part("two", "y", 1, 2))).ShouldBe("xy");
    }

    [Fact]
    public void A_part_that_comes_twice_does_not_stand_in_for_another()
    {
        var reassembly = new Reassembly(time);
        reassembly.Add(Part("m", "a", 0, 2)).ShouldBeNull();
        reassembly.Add(Part("m", "a", 0, 2)).ShouldBeNull();
        Text(reassembly.Add(Part("m", "b", 1, 2))).ShouldBe("ab");
    }

    [Fact]
    public void What_stays_incomplete_is_forgotten_after_ten_seconds()
    {
        var reassembly = new Reassembly(time);
        reassembly.Add(Part("m", "a", 0, 2));
        time.Advance(Reassembly.Lifetime);
        reassembly.Add(Part("m", "b", 1, 2)).ShouldBeNull();
        reassembly.Waiting.ShouldBe(1);
        Text(reassembly.Add(Part("m", "a", 0, 2))).ShouldBe("ab");
    }

    [Fact]
    public void No_more_than_so_many_wait_and_the_others_still_get_through()
    {
        var reassembly = new Reassembly(time);
        for (var number = 0; number < Reassembly.MaxSets + 10; number++)
            reassembly.Add(Part($"m{number}", "a", 0, 2));
        reassembly.Waiting.ShouldBe(Reassembly.MaxSets);
        Text(reassembly.Add(Part("m3", "b", 1, 2))).ShouldBe("ab");
    }

    [Fact]
    public void An_event_that_outgrows_its_limit_is_dropped()
    {
        var reassembly = new Reassembly(time);
        var half = new string('a', Reassembly.MaxBytes / 2 + 1);
        reassembly.Add(Part("m", half, 0, 2));
        reassembly.Add(Part("m", half, 1, 2)).ShouldBeNull();
        reassembly.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData("2", "2")]
    [InlineData("2", "-1")]
    [InlineData("2", "x")]
    [InlineData("99999999", "0")]
    public void A_numbering_that_cannot_be_is_dropped(string sum, string seq)
    {
        var reassembly = new Reassembly(time);
        var frame = Part("m", "a", 0, 2);
        frame.Headers.Single(header => header.Key == Frames.Sum).Value = sum;
        frame.Headers.Single(header => header.Key == Frames.Seq).Value = seq;
        reassembly.Add(frame).ShouldBeNull();
        reassembly.Waiting.ShouldBe(0);
    }

    private static IEnumerable<Frame> Cut(byte[] payload, int count)
    {
        var size = payload.Length / count + 1;
        for (var seq = 0; seq < count; seq++)
            yield return Part("m", payload.Skip(seq * size).Take(size).ToArray(), seq, count);
    }

    private static Frame Part(string id, string text, int seq, int sum) => Part(id, Encoding.UTF8.GetBytes(text), seq, sum);

    private static Frame Part(string id, byte[] bytes, int seq, int sum) => new()
    {
        Method = Frames.Data,
        Headers =
        {
            new Header { Key = Frames.Type, Value = "event" },
            new Header { Key = Frames.MessageId, Value = id },
            new Header { Key = Frames.Sum, Value = sum.ToString(CultureInfo.InvariantCulture) },
            new Header { Key = Frames.Seq, Value = seq.ToString(CultureInfo.InvariantCulture) },
        },
        Payload = ByteString.CopyFrom(bytes),
    };

    private static string? Text(ReadOnlyMemory<byte>? payload) => payload is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
