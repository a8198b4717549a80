namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>
/// One block of a document as <c>GET docx/v1/documents/{id}/blocks</c> lists it: its kind is a number, its content the member of
/// that kind. Any member may be missing; kinds that are not known yet have none.
/// https://open.feishu.cn/document/docs/docs/data-structure/block
/// </summary>
internal sealed record DocxBlock(string BlockId, BlockType BlockType, string? ParentId = null, IReadOnlyList<string>? Children = null)
{
    public TextBody? Page { get; init; }
    public TextBody? Text { get; init; }
    public TextBody? Heading1 { get; init; }
    public TextBody? Heading2 { get; init; }
    public TextBody? Heading3 { get; init; }
    public TextBody? Heading4 { get; init; }
    public TextBody? Heading5 { get; init; }
    public TextBody? Heading6 { get; init; }
    public TextBody? Heading7 { get; init; }
    public TextBody? Heading8 { get; init; }
    public TextBody? Heading9 { get; init; }
    public TextBody? Bullet { get; init; }
    public TextBody? Ordered { get; init; }
    public TextBody? Code { get; init; }
    public TextBody? Quote { get; init; }
    public TextBody? Equation { get; init; }
    public TextBody? Todo { get; init; }
    public TextBody? SourceSynced { get; init; }
    public TextBody? AgendaItemTitle { get; init; }
    public CalloutContent? Callout { get; init; }
    public TableContent? Table { get; init; }
    public ImageContent? Image { get; init; }
    public FileContent? File { get; init; }
    public SheetContent? Sheet { get; init; }
    public SyncedContent? ReferenceSynced { get; init; }
    public FrameContent? Iframe { get; init; }
    public IssueContent? JiraIssue { get; init; }
    public AddOnContent? AddOns { get; init; }
    public PreviewContent? LinkPreview { get; init; }

    /// <summary>The text of a block that is made of text; null for any other.</summary>
    public TextBody? Body => BlockType switch
    {
        BlockType.Page => Page,
        BlockType.Text => Text,
        BlockType.Heading1 => Heading1,
        BlockType.Heading2 => Heading2,
        BlockType.Heading3 => Heading3,
        BlockType.Heading4 => Heading4,
        BlockType.Heading5 => Heading5,
        BlockType.Heading6 => Heading6,
        BlockType.Heading7 => Heading7,
        BlockType.Heading8 => Heading8,
        BlockType.Heading9 => Heading9,
        BlockType.Bullet => Bullet,
        BlockType.Ordered => Ordered,
        BlockType.Code => Code,
        BlockType.Quote => Quote,
        BlockType.Equation => Equation,
        BlockType.Todo => Todo,
        BlockType.SourceSynced => SourceSynced,
        BlockType.AgendaItemTitle => AgendaItemTitle,
        _ => null,
    };
}

/// <summary>One page of a document's blocks.</summary>
internal sealed record DocxBlockPage(IReadOnlyList<DocxBlock>? Items, bool HasMore, string? PageToken);
