using System.Text.Json;
using System.Text.Unicode;

namespace Wenlu.BotHost.Events;

/// <summary>
/// Reads a body once from end to end and keeps only what routing needs; the rest stays bytes. Everything a body can be wrong
/// in becomes a <see cref="JsonException"/>.
/// </summary>
internal static class EnvelopeReader
{
    /// <summary>The deepest event known has eight levels.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    public static EventEnvelope Read(ReadOnlySpan<byte> json)
    {
        // The reader itself takes broken UTF-8 until the moment a string is asked for.
        if (!Utf8.IsValid(json))
            throw new JsonException("The body is not UTF-8.");
        try
        {
            return ReadRoot(json);
        }
        catch (InvalidOperationException exception)
        {
            // Half a surrogate pair, escaped: correct JSON and yet no text.
            throw new JsonException("The body contains a text that is none.", exception);
        }
    }

    private static EventEnvelope ReadRoot(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var fields = default(Fields);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return default;
        while (NextProperty(ref reader))
            ReadRootMember(ref reader, ref fields);
        // Throws when anything but white space follows.
        reader.Read();
        return fields.ToEnvelope();
    }

    private static void ReadRootMember(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (reader.ValueTextEquals("encrypt"u8)) fields.CipherText = Extent(ref reader);
        else if (reader.ValueTextEquals("header"u8)) ReadHeader(ref reader, ref fields);
        else if (reader.ValueTextEquals("event"u8)) ReadEvent(ref reader, ref fields);
        else if (reader.ValueTextEquals("schema"u8)) fields.Schema = Text(ref reader);
        else if (reader.ValueTextEquals("type"u8)) fields.RootType = Text(ref reader);
        else if (reader.ValueTextEquals("token"u8)) fields.RootToken = Text(ref reader);
        else if (reader.ValueTextEquals("uuid"u8)) fields.Uuid = Text(ref reader);
        else if (reader.ValueTextEquals("challenge"u8)) fields.Challenge = Text(ref reader);
        else if (reader.ValueTextEquals("open_message_id"u8)) fields.IsCallback = Text(ref reader) is not null;
        else SkipValue(ref reader);
    }

    private static void ReadHeader(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (!EnterObject(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("event_id"u8)) fields.EventId = Text(ref reader);
            else if (reader.ValueTextEquals("event_type"u8)) fields.HeaderType = Text(ref reader);
            else if (reader.ValueTextEquals("token"u8)) fields.HeaderToken = Text(ref reader);
            else if (reader.ValueTextEquals("app_id"u8)) fields.HeaderAppId = Text(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static void ReadEvent(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (!EnterObject(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("message"u8)) ReadMessage(ref reader, ref fields);
            else if (reader.ValueTextEquals("type"u8)) fields.EventType = Text(ref reader);
            else if (reader.ValueTextEquals("app_id"u8)) fields.EventAppId = Text(ref reader);
            else if (reader.ValueTextEquals("message_id"u8)) fields.MessageId ??= Text(ref reader);
            else if (reader.ValueTextEquals("chat_id"u8)) fields.ChatId ??= Text(ref reader);
            else if (reader.ValueTextEquals("file_token"u8)) fields.FileToken = Text(ref reader);
            else if (reader.ValueTextEquals("operator"u8)) ReadOperator(ref reader, ref fields);
            else SkipValue(ref reader);
        }
    }

    /// <summary>Of a menu's event; elsewhere it has other members and nothing is found.</summary>
    private static void ReadOperator(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (!EnterObject(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("operator_id"u8)) ReadOperator(ref reader, ref fields);
            else if (reader.ValueTextEquals("open_id"u8)) fields.Operator = Text(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (!EnterObject(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("message_id"u8)) fields.MessageId = Text(ref reader);
            else if (reader.ValueTextEquals("chat_id"u8)) fields.ChatId = Text(ref reader);
            else if (reader.ValueTextEquals("thread_id"u8)) fields.ThreadId = Text(ref reader);
            else if (reader.ValueTextEquals("create_time"u8)) fields.CreateTime = Text(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static bool EnterObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static Range Extent(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isText = reader.TokenType == JsonTokenType.String;
        var start = (int)reader.TokenStartIndex + 1;
        var end = isText ? start + reader.ValueSpan.Length : start;
        reader.Skip();
        return start..end;
    }

    private ref struct Fields
    {
        public string? Schema, RootType, RootToken, Uuid, Challenge;
        public string? HeaderType, HeaderToken, HeaderAppId, EventId;
        public string? EventType, EventAppId, MessageId, ChatId, ThreadId, CreateTime, Operator, FileToken;
        public bool IsCallback;
        public Range? CipherText;

        public readonly EventEnvelope ToEnvelope() => this switch
        {
            { CipherText: { } range } => new EventEnvelope { Kind = EnvelopeKind.Encrypted, CipherText = range },
            { RootType: "url_verification" } => new EventEnvelope { Kind = EnvelopeKind.Challenge, Token = RootToken, Challenge = Challenge },
            { RootType: "event_callback" } => new EventEnvelope
            {
                Kind = EnvelopeKind.Version1,
                Token = RootToken,
                AppId = EventAppId,
                Type = EventType,
                EventId = Uuid,
            },
            { Schema: "2.0" } => Version2(),
            { IsCallback: true } => new EventEnvelope { Kind = EnvelopeKind.LegacyCallback },
            _ => default,
        };

        private readonly EventEnvelope Version2() => new()
        {
            Kind = EnvelopeKind.Version2,
            Token = HeaderToken,
            AppId = HeaderAppId,
            Type = HeaderType,
            EventId = EventId,
            MessageId = MessageId,
            ChatId = ChatId,
            ThreadId = ThreadId,
            CreateTime = CreateTime,
            Operator = Operator,
            FileToken = FileToken,
        };
    }
}
