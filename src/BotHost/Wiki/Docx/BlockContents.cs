namespace Wenlu.BotHost.Wiki.Docx;

/// <param name="EmojiId">An emoji's name, such as <c>bulb</c>.</param>
internal sealed record CalloutContent(string? EmojiId);

/// <param name="Cells">Ids of the cells, row by row, those hidden by a merged one included.</param>
internal sealed record TableContent(IReadOnlyList<string>? Cells, TableProperty? Property);

internal sealed record TableProperty(int RowSize, int ColumnSize, bool HeaderRow, bool HeaderColumn, IReadOnlyList<CellSpan?>? MergeInfo);

internal sealed record CellSpan(int RowSpan, int ColSpan);

internal sealed record ImageContent(ImageCaption? Caption);

internal sealed record ImageCaption(string? Content);

internal sealed record FileContent(string? Name, string? Token);

/// <param name="Token">Of the spreadsheet and, after <c>_</c>, of the sheet.</param>
internal sealed record SheetContent(string? Token);

internal sealed record SyncedContent(string? SourceDocumentId, string? SourceBlockId);

internal sealed record FrameContent(FrameComponent? Component);

/// <param name="Url">Percent-encoded, as all addresses in documents.</param>
internal sealed record FrameComponent(string? Url);

internal sealed record IssueContent(string? Key);

/// <param name="Record">What the add-on keeps: JSON as text, its shape the add-on's own.</param>
internal sealed record AddOnContent(string? Record);

internal sealed record PreviewContent(string? Url, string? Title);
