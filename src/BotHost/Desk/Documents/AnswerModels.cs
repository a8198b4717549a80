namespace Wenlu.BotHost.Desk.Documents;

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
