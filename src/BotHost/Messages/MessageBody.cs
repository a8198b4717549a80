namespace Wenlu.BotHost.Messages;

/// <summary>What a message says, whatever kind it is of.</summary>
/// <param name="Markdown">For a model: with names, links and marks. What carries no words stands in brackets.</param>
/// <param name="Words">For a search: what was written, without names, addresses and marks; empty when nothing was.</param>
internal sealed record MessageBody(string Markdown, string Words)
{
    /// <summary>The keys of its pictures.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public AttachedFile? File { get; init; }

    /// <summary>Other messages in one parcel, to be fetched by this message's id.</summary>
    public bool IsForward { get; init; }

    /// <summary>Said when the message comes alone: nobody can answer a sticker, and silence would be worse.</summary>
    public Bilingual? Sentence { get; init; }
}

internal sealed record AttachedFile(string Key, string Name);
