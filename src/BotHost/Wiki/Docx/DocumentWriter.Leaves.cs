namespace Wenlu.BotHost.Wiki.Docx;

internal sealed partial class DocumentWriter
{
    /// <summary>What can be said of a block that is not text: its caption, name or address. Where it holds more than that, it is listed.</summary>
    private IReadOnlyList<Segment> LeafOf(DocxBlock block)
    {
        var leaf = block.BlockType switch
        {
            BlockType.Image => Named(block.Image?.Caption?.Content),
            BlockType.File => Named(block.File?.Name),
            BlockType.LinkPreview => Linked(block.LinkPreview?.Title, block.LinkPreview?.Url),
            BlockType.Iframe => Linked(null, block.Iframe?.Component?.Url),
            BlockType.JiraIssue => Named(block.JiraIssue?.Key),
            BlockType.AddOns => AddOnRecord.Read(block.AddOns?.Record) is var (title, url) ? Linked(title, url) : [],
            _ => [],
        };
        if (BlockKinds.ReasonToSkip(block.BlockType) is { } reason && !(block.BlockType == BlockType.LinkPreview && leaf.Count > 0))
            Skip(block, reason);
        return leaf;
    }

    private static IReadOnlyList<Segment> Named(string? name) => string.IsNullOrWhiteSpace(name) ? [] : [new Segment(SegmentReader.Clean(name))];

    private static IReadOnlyList<Segment> Linked(string? title, string? url) => DocxLink.Decode(url) is { } link
        ? [new Segment(string.IsNullOrWhiteSpace(title) ? link : SegmentReader.Clean(title), new SegmentStyle(Link: link))]
        : Named(title);
}
