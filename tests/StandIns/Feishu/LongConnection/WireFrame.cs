using System.Collections.Immutable;

namespace Wenlu.StandIns.Feishu;

/// <summary>One frame of the long connection, as it stands on the wire. Null: the field is not there.</summary>
public sealed record WireFrame(ulong SeqId, ulong LogId, int Service, int Method, ImmutableList<WireHeader> Headers)
{
    public string? PayloadEncoding { get; init; }

    public string? PayloadType { get; init; }

    public byte[]? Payload { get; init; }

    /// <summary>The field LogIDNew.</summary>
    public string? NewLogId { get; init; }

    public string? Header(string key) => Headers.Find(header => header.Key == key)?.Value;
}

public sealed record WireHeader(string Key, string Value);
