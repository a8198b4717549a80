using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>The frames we send, and the words by which all frames are told apart.</summary>
internal static class Frames
{
    public const int Control = 0;
    public const int Data = 1;

    public const string Type = "type";
    public const string MessageId = "message_id";
    public const string Sum = "sum";
    public const string Seq = "seq";

    public static string? Find(this Frame frame, string key) => frame.Headers.FirstOrDefault(header => header.Key == key)?.Value;

    /// <summary>Null when a field is missing that every frame has: the parser itself would let it pass.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is no message of this format at all.</exception>
    public static Frame? Read(ReadOnlySpan<byte> bytes)
    {
        var frame = Frame.Parser.ParseFrom(bytes);
        return frame.IsInitialized() ? frame : null;
    }

    public static Frame Ping(int service) => new()
    {
        SeqID = 0,
        LogID = 0,
        Service = service,
        Method = Control,
        Headers = { new Header { Key = Type, Value = "ping" } },
    };

    /// <summary>
    /// The platform knows its event again by the frame: everything in it goes back as it came, with the time we took and our answer
    /// in place of the event.
    /// </summary>
    public static Frame Answer(Frame received, FrameAnswer answer, TimeSpan took)
    {
        var milliseconds = ((long)took.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var frame = received.Clone();
        frame.Headers.Add(new Header { Key = "biz_rt", Value = milliseconds });
        frame.Payload = Payload(answer);
        return frame;
    }

    private static ByteString Payload(FrameAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("code", answer.Code);
            if (answer.Body is { } body)
                json.WriteBase64String("data", body.Span);
            json.WriteEndObject();
        }

        return ByteString.CopyFrom(buffer.WrittenSpan);
    }
}

/// <summary>What the platform is told about an event: 200, or 500 so that it sends the event again. A click's answer has a body.</summary>
internal readonly record struct FrameAnswer(int Code, ReadOnlyMemory<byte>? Body = null)
{
    public static readonly FrameAnswer Done = new(200);
    public static readonly FrameAnswer SendAgain = new(500);
}
