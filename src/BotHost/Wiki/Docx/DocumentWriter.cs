namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Writes one tree of blocks: a document, or what a synced block shows of another one.</summary>
internal sealed partial class DocumentWriter
{
    private readonly BlockTree tree;
    private readonly DocxReferences references;
    private readonly SegmentReader segments;
    private readonly Conversion conversion;
    private readonly IReadOnlySet<SyncedSource> shown;
    private readonly string? anchor;

    public DocumentWriter(BlockTree tree, DocxReferences references)
        : this(tree, references, new Conversion(), new HashSet<SyncedSource>(), null)
    {
    }

    /// <param name="tree">Of the source.</param>
    /// <param name="references">Of the whole document.</param>
    /// <param name="conversion">That of the document which shows the source.</param>
    /// <param name="shown">The sources that this one stands in, itself included.</param>
    /// <param name="anchor">The block of the document that shows the source: no other of its ids would open there.</param>
    private DocumentWriter(
        BlockTree tree, DocxReferences references, Conversion conversion, IReadOnlySet<SyncedSource> shown, string? anchor)
    {
        (this.tree, this.references, this.conversion, this.shown, this.anchor) = (tree, references, conversion, shown, anchor);
        segments = new SegmentReader(tree, references);
    }

    public IReadOnlyList<SkippedBlock> Skipped => conversion.Skipped;

    /// <summary>Everything, the page's title excepted.</summary>
    public void WriteAll(MarkdownLines lines, Place place) => WriteAll(tree.Roots(), lines, place);

    private void WriteAll(IEnumerable<DocxBlock> blocks, MarkdownLines lines, Place place)
    {
        var numbers = new ItemNumbers();
        foreach (var block in blocks)
        {
            var before = lines.Lines.Count;
            Write(block, lines, place, numbers);
            if (block.BlockType != BlockType.Ordered && lines.Lines.Count > before)
                numbers.Interrupt();
        }
    }

    /// <summary>What is below a block; at the deepest place all of it side by side.</summary>
    private void WriteChildren(DocxBlock block, MarkdownLines lines, Place place) =>
        WriteAll(place.IsDeepest ? tree.TakeDescendantsOf(block) : tree.TakeChildrenOf(block), lines, place);

    private void Write(DocxBlock block, MarkdownLines lines, Place place, ItemNumbers numbers)
    {
        switch (block.BlockType)
        {
            case >= BlockType.Heading1 and <= BlockType.Heading9:
                WriteHeading(block, lines, place);
                break;
            case BlockType.Bullet:
                WriteItem(block, "- ", lines, place);
                return;
            case BlockType.Todo:
                WriteItem(block, block.Todo?.Style?.Done == true ? "- [x] " : "- [ ] ", lines, place);
                return;
            case BlockType.Ordered:
                WriteItem(block, numbers.Next(block.Ordered?.Style?.Sequence), lines, place);
                return;
            case BlockType.Quote or BlockType.QuoteContainer or BlockType.Callout:
                WriteQuote(block, lines, place);
                return;
            case BlockType.Table:
                WriteTable(block, lines, place);
                break;
            case BlockType.Sheet:
                WriteSheet(block, lines, place);
                break;
            case BlockType.ReferenceSynced:
                WriteSynced(block, lines, place);
                break;
            default:
                WriteSimple(block, lines, place);
                break;
        }
        WriteChildren(block, lines, place.Below);
    }

    private void WriteSimple(DocxBlock block, MarkdownLines lines, Place place)
    {
        var (shape, text) = block.BlockType switch
        {
            BlockType.Page => (BlockShape.Other, []),
            BlockType.Text => (BlockShape.Paragraph, InlineMarkdown.Paragraph(segments.Of(block.Text))),
            BlockType.Code => (BlockShape.Other, CodeBlock.Write(segments.PlainOf(block.Code), CodeLanguages.Of(block.Code?.Style?.Language ?? 0))),
            BlockType.Equation => (BlockShape.Other, CodeBlock.Write(segments.PlainOf(block.Equation), "math")),
            BlockType.Divider => (BlockShape.Other, ["***"]),
            BlockType.AgendaItemTitle => (BlockShape.Other, BoldLine(block.AgendaItemTitle)),
            BlockType.SourceSynced => (BlockShape.Other, InlineMarkdown.Paragraph(segments.Of(block.SourceSynced))),
            var type when BlockKinds.OnlyHolds(type) => (BlockShape.Other, []),
            _ => (BlockShape.Other, InlineMarkdown.Paragraph(LeafOf(block))),
        };
        lines.Add(AnchorOf(block), shape, text);
    }

    private string AnchorOf(DocxBlock block) => anchor ?? block.BlockId;

    private IReadOnlyList<string> BoldLine(TextBody? body) =>
        InlineMarkdown.Line(Bold(body), LineContext.Line) is { Length: > 0 } line ? [MarkdownEscape.LineStart(line)] : [];

    private IReadOnlyList<Segment> Bold(TextBody? body) =>
        Segment.Join(segments.Of(body).Select(segment => segment with { Style = segment.Style with { Bold = true, Italic = false } }));
}
