namespace Wenlu.BotHost.Desk.Documents;

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
