namespace Wenlu.BotHost.Wiki.Docx;

internal static class BlockKinds
{
    /// <summary>Blocks that are there for their children and say nothing themselves; the parts of an OKR are listed with it.</summary>
    public static bool OnlyHolds(BlockType type) => type
        is BlockType.Page or BlockType.View or BlockType.Grid or BlockType.GridColumn or BlockType.TableCell or BlockType.QuoteContainer
        or BlockType.Divider or BlockType.Agenda or BlockType.AgendaItem or BlockType.AgendaItemContent
        or BlockType.OkrObjective or BlockType.OkrKeyResult or BlockType.OkrProgress;

    /// <summary>Why a block cannot be Markdown; null when it can.</summary>
    public static SkipReason? ReasonToSkip(BlockType type) => type switch
    {
        BlockType.Image or BlockType.File => null,
        BlockType.Diagram or BlockType.Mindnote or BlockType.Board => SkipReason.Drawing,
        BlockType.Bitable or BlockType.ChatCard or BlockType.Iframe or BlockType.Isv or BlockType.Task or BlockType.Okr
            or BlockType.AddOns or BlockType.JiraIssue or BlockType.WikiCatalog or BlockType.LinkPreview or BlockType.SubPageList or BlockType.AiTemplate => SkipReason.Embedded,
        _ => SkipReason.Unknown,
    };
}
