namespace Wenlu.BotHost.Events;

internal enum EnvelopeKind
{
    Unknown,
    Encrypted,
    Challenge,
    Version1,
    Version2,
    LegacyCallback,
}

/// <summary>The members of a body by which it is judged and routed. All are what the sender says, nothing is checked yet.</summary>
internal readonly record struct EventEnvelope
{
    public EnvelopeKind Kind { get; init; }

    public string? Token { get; init; }

    public string? AppId { get; init; }

    public string? Type { get; init; }

    public string? EventId { get; init; }

    public string? Challenge { get; init; }

    public string? MessageId { get; init; }

    public string? ChatId { get; init; }

    public string? ThreadId { get; init; }

    public string? CreateTime { get; init; }

    /// <summary>The open_id of who did it, where no chat is named.</summary>
    public string? Operator { get; init; }

    /// <summary>The document that something happened to.</summary>
    public string? FileToken { get; init; }

    /// <summary>Where the encrypted text stands in the body, without its quotes.</summary>
    public Range CipherText { get; init; }
}
