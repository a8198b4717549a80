using System.Text;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// Frames to bytes and back, written by hand from the description of the fields: a second opinion beside the library that the bot
/// uses. Reading is strict, a field that is unknown, missing or there twice is an error.
/// </summary>
public static class WireCodec
{
    private const int Varint = 0;
    private const int Bytes = 2;

    public static byte[] Write(WireFrame frame)
    {
        using var stream = new MemoryStream();
        Number(stream, 1, frame.SeqId);
        Number(stream, 2, frame.LogId);
        Number(stream, 3, (ulong)frame.Service);
        Number(stream, 4, (ulong)frame.Method);
        foreach (var header in frame.Headers)
            Text(stream, 5, Header(header));
        Text(stream, 6, Utf8(frame.PayloadEncoding));
        Text(stream, 7, Utf8(frame.PayloadType));
        Text(stream, 8, frame.Payload);
        Text(stream, 9, Utf8(frame.NewLogId));
        return stream.ToArray();
    }

    /// <exception cref="FormatException">It is not a frame.</exception>
    public static WireFrame Read(ReadOnlySpan<byte> bytes)
    {
        var fields = Fields(bytes);
        foreach (var twice in fields.GroupBy(field => field.Number).Where(group => group.Key != 5 && group.Count() > 1))
            throw new FormatException($"field {twice.Key} is there twice");
        if (fields.Find(field => field.Number is < 1 or > 9) is { Number: not 0 } unknown)
            throw new FormatException($"field {unknown.Number} is unknown");
        return new WireFrame(
            Number(fields, 1), Number(fields, 2), (int)Number(fields, 3), (int)Number(fields, 4),
            [.. fields.Where(field => field.Number == 5).Select(field => Header(field.Content!))])
        {
            PayloadEncoding = Text(fields, 6),
            PayloadType = Text(fields, 7),
            Payload = fields.Find(field => field.Number == 8).Content,
            NewLogId = Text(fields, 9),
        };
    }

    private static byte[] Header(WireHeader header)
    {
        using var stream = new MemoryStream();
        Text(stream, 1, Utf8(header.Key));
        Text(stream, 2, Utf8(header.Value));
        return stream.ToArray();
    }

    private static WireHeader Header(byte[] bytes)
    {
        var fields = Fields(bytes);
        return fields is [{ Number: 1 }, { Number: 2 }]
            ? new WireHeader(Text(fields, 1)!, Text(fields, 2)!)
            : throw new FormatException("a header is not a key and a value");
    }

    private static List<Field> Fields(ReadOnlySpan<byte> bytes)
    {
        List<Field> fields = [];
        while (!bytes.IsEmpty)
        {
            var tag = ReadVarint(ref bytes);
            fields.Add((int)(tag & 7) switch
            {
                Varint => new Field((int)(tag >> 3), ReadVarint(ref bytes), null),
                Bytes => new Field((int)(tag >> 3), 0, ReadBytes(ref bytes)),
                var type => throw new FormatException($"wire type {type} does not occur in a frame"),
            });
        }

        return fields;
    }

    private static ulong Number(List<Field> fields, int number) => fields.Find(field => field.Number == number) is { Number: > 0, Content: null } found
        ? found.Value
        : throw new FormatException($"the required field {number} is missing");

    private static string? Text(List<Field> fields, int number) =>
        fields.Find(field => field.Number == number).Content is { } content ? new UTF8Encoding(false, true).GetString(content) : null;

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0ul;
        for (var shift = 0; shift < 64 && !bytes.IsEmpty; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }

        throw new FormatException("a number does not end");
    }

    private static byte[] ReadBytes(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadVarint(ref bytes);
        if (length > (ulong)bytes.Length) throw new FormatException("a field is longer than the frame");
        var content = bytes[..(int)length].ToArray();
        bytes = bytes[(int)length..];
        return content;
    }

    private static void Number(MemoryStream stream, int number, ulong value)
    {
        WriteVarint(stream, (ulong)number << 3 | Varint);
        WriteVarint(stream, value);
    }

    private static void Text(MemoryStream stream, int number, byte[]? content)
    {
        if (content is null) return;
        WriteVarint(stream, (ulong)number << 3 | Bytes);
        WriteVarint(stream, (ulong)content.Length);
        stream.Write(content);
    }

    private static void WriteVarint(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private readonly record struct Field(int Number, ulong Value, byte[]? Content);
}
