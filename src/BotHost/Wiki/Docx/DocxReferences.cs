namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>A block of another document that one shows as its own.</summary>
internal readonly record struct SyncedSource(string DocumentId, string BlockId);

/// <summary>
/// What a document shows that its own blocks do not say. A source or sheet that could not be read is there as an empty list:
/// it is listed as skipped, and not wanted any more.
/// </summary>
internal sealed record DocxReferences
{
    public static readonly DocxReferences None = new();

    /// <summary>The block and all below it, by where it stands.</summary>
    public IReadOnlyDictionary<SyncedSource, IReadOnlyList<DocxBlock>> Synced { get; init; } = new Dictionary<SyncedSource, IReadOnlyList<DocxBlock>>();

    /// <summary>Rows of cells as text, by the sheet block's token (<c>spreadsheet_sheet</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Sheets { get; init; } = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>();

    /// <summary>Names by <c>open_id</c>; an unknown person is mentioned without a name.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();
}

/// <summary>What is still to be fetched before a document can be converted whole.</summary>
internal sealed record DocxNeeds(IReadOnlyList<SyncedSource> Synced, IReadOnlyList<string> Sheets, IReadOnlyList<string> Users)
{
    public bool IsNothing => Synced.Count + Sheets.Count + Users.Count == 0;
}
