namespace Wenlu.BotHost.Desk.Documents;

/// <summary>How a document stands: in the store, in the index, and who may do what.</summary>
public sealed record DocumentStanding(string Id, string Title, long Revision, Bilingual Audience, Bilingual Origin, int Passages, bool IsSearchable)
{
    public string? Url { get; init; }

    /// <summary>Where visitors read it on this site; null when they do not.</summary>
    public string? PublicPath { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Editor { get; init; } = string.Empty;

    public DateTimeOffset? WrittenAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public long? Size { get; init; }

    public bool IsStale { get; init; }

    /// <summary>Why it is not edited here.</summary>
    public Bilingual? Lock { get; init; }

    public bool IsDeletable { get; init; }
}

public sealed record RevisionRow(long Revision, string Title, string Editor, DateTimeOffset? WrittenAt, long? Size, bool IsCurrent);

/// <param name="Facts">Null when it is deleted.</param>
/// <param name="Html">As readers see it.</param>
public sealed record DocumentPageModel(string Path, string Id, string Title, DocumentStanding? Facts, string Html, IReadOnlyList<RevisionRow> Revisions)
{
    public string? DeletedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What is wrong with single lines of a glossary.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public Bilingual? Notice { get; init; }

    public Bilingual? Complaint { get; init; }
}
