namespace Wenlu.BotHost.Desk.Documents;

/// <summary>A document in the list.</summary>
public sealed record DocumentRow(string Id, string Title, IReadOnlyList<string> Tags, Bilingual Audience, Bilingual Origin)
{
    public string Editor { get; init; } = string.Empty;

    public DateTimeOffset ChangedAt { get; init; }

    public long? Size { get; init; }

    public bool IsStale { get; init; }

    /// <summary>What of its text was found.</summary>
    public string? Passage { get; init; }
}

/// <summary>Something that can be chosen to see less of the list, and how many there are.</summary>
public sealed record Choice(string Value, Bilingual Name, int Count);

/// <param name="All">How many there are without any filter.</param>
public sealed record DocumentsModel(IReadOnlyList<DocumentRow> Rows, DocumentFilter Filter, int Found, int All, int Page, int Pages)
{
    public IReadOnlyList<Choice> Tags { get; init; } = [];

    public IReadOnlyList<Choice> Origins { get; init; } = [];

    /// <summary>Whether documents can be out of date: a setting says from which age on.</summary>
    public bool HasStale { get; init; }

    public bool IsHybrid { get; init; }

    public Bilingual? Notice { get; init; }
}

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

/// <summary>What changed beside the text: a title, an address, tags, readers.</summary>
public sealed record FactChange(Bilingual Name, string Before, string After);

/// <param name="Rows">Of the text; empty when it is the same.</param>
public sealed record Comparison(IReadOnlyList<FactChange> Facts, IReadOnlyList<DiffRow> Rows);

/// <summary>Somebody else's edit that came in between.</summary>
/// <param name="By">Empty for what no editor wrote.</param>
/// <param name="Revision">0: it was deleted.</param>
/// <param name="Changes">From theirs to one's own.</param>
public sealed record Conflict(string By, DateTimeOffset? At, long Revision, Comparison Changes);

/// <param name="Path">Of the document; of the list for a new one.</param>
public sealed record EditModel(string Path, DocumentForm Form, Complaints Complaints)
{
    public bool IsNew { get; init; }

    public Conflict? Conflict { get; init; }

    public string? Preview { get; init; }

    public bool IsPlainText { get; init; }
}

public sealed record RevisionModel(string Path, string Id, RevisionRow Row, string Html, bool MayRestore);

public sealed record CompareModel(string Path, string Id, RevisionRow Before, RevisionRow After, IReadOnlyList<RevisionRow> All, Comparison Comparison);

/// <summary>Something to be sure of before it is done.</summary>
/// <param name="Revision">The one it is about: another one makes it be asked again.</param>
public sealed record ConfirmModel(string Title, Bilingual Question, string Action, Bilingual Deed, string Back, long Revision)
{
    public Comparison? Changes { get; init; }

    public Bilingual? Complaint { get; init; }

    /// <summary>It takes something away.</summary>
    public bool IsHarmful { get; init; }

    /// <summary>What else would suffer.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

public enum AnswerState
{
    Current,
    SourceChanged,
    Expired,
}

public sealed record AnswerRow(string Id, string Question, int Paraphrases, Bilingual Audience, AnswerState State)
{
    public string Editor { get; init; } = string.Empty;

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public IReadOnlyList<string> ChangedSources { get; init; } = [];
}

public sealed record AnswersModel(IReadOnlyList<AnswerRow> Rows, string Words, bool OnlyFlagged, int Found, int Flagged, int All, int Page, int Pages)
{
    public Bilingual? Notice { get; init; }
}

/// <param name="Row">Null for a new one.</param>
public sealed record AnswerModel(string Path, AnswerForm Form, Complaints Complaints, AnswerRow? Row)
{
    public IReadOnlyList<RevisionRow> Revisions { get; init; } = [];

    /// <summary>Its sources by name, for whoever does not know them by id.</summary>
    public IReadOnlyList<(string Id, string Title)> Sources { get; init; } = [];

    public Conflict? Conflict { get; init; }

    public string? Preview { get; init; }

    public Bilingual? Notice { get; init; }
}

public enum UploadState
{
    Created,
    Replaced,
    Unchanged,

    /// <summary>There is a document of this id, and nobody said that it may be replaced.</summary>
    Exists,
    Refused,
}

/// <param name="Why">Of what was refused.</param>
public sealed record UploadOutcome(string Name, string Id, UploadState State, string? Why = null)
{
    public int Passages { get; init; }
}

public sealed record UploadModel(AudienceForm Audience, string Tags, bool Replace, IReadOnlyList<UploadOutcome> Outcomes)
{
    public Complaints Complaints { get; init; } = Complaints.None;
}
