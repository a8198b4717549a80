using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Events;

/// <summary>
/// Decides from a request's bytes alone what it is: signature, decryption, token, app, shape. Nothing leaves it as an event that
/// did not pass every check that the settings allow.
/// </summary>
internal sealed class EventOpener(IOptions<FeishuOptions> options)
{
    private readonly FeishuOptions app = options.Value;
    private readonly EventCipher cipher = new(options.Value.EncryptKey);
    private readonly byte[] token = Encoding.UTF8.GetBytes(options.Value.VerificationToken);

    private bool HasKey => app.EncryptKey.Length > 0;

    /// <summary>The body is decrypted in place.</summary>
    public Incoming Open(SignatureHeaders headers, Memory<byte> body)
    {
        var verdict = HasKey ? EventSignature.Verify(headers, body.Span, app.EncryptKey) : SignatureVerdict.Valid;
        var incoming = Read(body);
        return verdict == SignatureVerdict.Valid ? incoming : OnlyChallenge(incoming, verdict);
    }

    /// <summary>From the long connection, which the app itself opened with its secret: no signature, no encryption, and often no token.</summary>
    public Incoming OpenPlain(ReadOnlyMemory<byte> envelope)
    {
        try
        {
            var read = EnvelopeReader.Read(envelope.Span);
            return (Incoming?)Shape(read) ?? Admit(read, envelope);
        }
        catch (JsonException)
        {
            return Reject(Rejection.NotJson);
        }
    }

    /// <summary>
    /// URL verification comes without a signature, so an unsigned body has to be opened to know. Whatever else is found in it, even
    /// that it cannot be decrypted, gets the same refusal: a sender without the key must not learn how his bytes decrypt.
    /// </summary>
    private static Incoming OnlyChallenge(Incoming incoming, SignatureVerdict verdict) => (incoming, verdict) switch
    {
        (Incoming.Challenge, _) => incoming,
        (Incoming.Rejected { Rejection: Rejection.LegacyCallback or Rejection.NotEncrypted }, _) => incoming,
        (_, SignatureVerdict.Missing) => Reject(Rejection.Unsigned),
        _ => Reject(Rejection.SignatureMismatch),
    };

    private Incoming Read(Memory<byte> body)
    {
        try
        {
            var envelope = EnvelopeReader.Read(body.Span);
            if (envelope.Kind == EnvelopeKind.Encrypted)
                return HasKey ? ReadEncrypted(Unescape(body[envelope.CipherText])) : Reject(Rejection.UnexpectedlyEncrypted);
            return HasKey && envelope.Kind != EnvelopeKind.LegacyCallback ? Reject(Rejection.NotEncrypted) : Judge(envelope, body);
        }
        catch (JsonException)
        {
            return Reject(Rejection.NotJson);
        }
    }

    private Incoming ReadEncrypted(Memory<byte> base64)
    {
        var plain = cipher.Decrypt(base64);
        return plain.IsEmpty ? Reject(Rejection.NotDecryptable) : Judge(EnvelopeReader.Read(plain.Span), plain);
    }

    private Incoming Judge(EventEnvelope envelope, ReadOnlyMemory<byte> plain) =>
        (Incoming?)Shape(envelope) ?? (HasToken(envelope.Token) ? Admit(envelope, plain) : Reject(Rejection.WrongToken));

    /// <summary>Null when it is a kind of envelope that we take.</summary>
    private static Incoming.Rejected? Shape(EventEnvelope envelope) => envelope.Kind switch
    {
        EnvelopeKind.LegacyCallback => Reject(Rejection.LegacyCallback),
        EnvelopeKind.Unknown or EnvelopeKind.Encrypted => Reject(Rejection.NotAnEnvelope),
        _ => null,
    };

    private Incoming Admit(EventEnvelope envelope, ReadOnlyMemory<byte> plain) => envelope.Kind switch
    {
        EnvelopeKind.Challenge => envelope.Challenge is { } challenge ? new Incoming.Challenge(challenge) : Reject(Rejection.Incomplete),
        _ when !IsForThisApp(envelope) => Reject(Rejection.OtherApp),
        _ => Route(envelope, plain),
    };

    private static Incoming Route(EventEnvelope envelope, ReadOnlyMemory<byte> plain) => envelope switch
    {
        { Type: not { Length: > 0 } } or { EventId: not { Length: > 0 } } => Reject(Rejection.Incomplete),
        { Kind: EnvelopeKind.Version1 } => new Incoming.Other(envelope.Type, envelope.EventId),
        { Type: EventTypes.Message } => Message(envelope, plain),
        { Type: EventTypes.Recalled } => IsId(envelope.MessageId) ? new Incoming.Recall(envelope.MessageId) : Reject(Rejection.Incomplete),
        { Type: EventTypes.BotAdded or EventTypes.BotRemoved or EventTypes.ChatEntered } => Keep(envelope, envelope.EventId, envelope.ChatId, plain),
        { Type: EventTypes.Menu } => Keep(envelope, envelope.EventId, envelope.Operator, plain),
        { Type: EventTypes.FileEdited or EventTypes.FileRenamed or EventTypes.FileTrashed or EventTypes.FileDeleted or EventTypes.FileCreated }
            or { Type: EventTypes.FileMemberAdded or EventTypes.FileMemberRemoved } => Keep(envelope, envelope.EventId, envelope.FileToken, plain),
        { Type: EventTypes.CardAction } => Click(envelope.EventId, plain),
        _ => new Incoming.Other(envelope.Type, envelope.EventId),
    };

    private static Incoming Message(EventEnvelope envelope, ReadOnlyMemory<byte> plain)
    {
        if (!IsId(envelope.ChatId))
            return Reject(Rejection.Incomplete);
        if (string.IsNullOrEmpty(envelope.ThreadId))
            return Keep(envelope, envelope.MessageId, envelope.ChatId, plain);
        return IsId(envelope.ThreadId) ? Keep(envelope, envelope.MessageId, envelope.ChatId, plain, envelope.ThreadId) : Reject(Rejection.Incomplete);
    }

    private static Incoming Keep(EventEnvelope envelope, string? id, string? place, ReadOnlyMemory<byte> plain, string? thread = null) =>
        IsId(id) && IsId(place)
            ? new Incoming.Kept(
                envelope.Type!, id, ConversationKey.Of(place, thread), PlatformTime.Parse(envelope.CreateTime), Encoding.UTF8.GetString(plain.Span))
            : Reject(Rejection.Incomplete);

    private static Incoming Click(string eventId, ReadOnlyMemory<byte> plain) =>
        CardActionReader.Read(eventId, plain) is { } action ? new Incoming.Click(action) : Reject(Rejection.Incomplete);

    private bool HasToken(string? given) =>
        token.Length == 0 || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), token);

    /// <summary>The old envelope names the app inside the event, and not always.</summary>
    private bool IsForThisApp(EventEnvelope envelope) =>
        envelope.AppId == app.AppId || envelope is { Kind: EnvelopeKind.Version1, AppId: null };

    /// <summary>Ids become parts of keys in the store, so they may contain nothing that means something there.</summary>
    public static bool IsId([NotNullWhen(true)] string? id) => id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    /// <summary>Some serialisers escape the slashes of base64; no other escape occurs in it.</summary>
    private static Memory<byte> Unescape(Memory<byte> base64)
    {
        var span = base64.Span;
        if (!span.Contains((byte)'\\'))
            return base64;
        var length = 0;
        foreach (var character in span)
            if (character != '\\') span[length++] = character;
        return base64[..length];
    }

    private static Incoming.Rejected Reject(Rejection rejection) => new(rejection);
}
