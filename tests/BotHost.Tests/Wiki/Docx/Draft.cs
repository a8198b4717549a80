using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

/// <summary>A block with its children, written down as a test thinks of it; ids are given in reading order: b1, b2, …</summary>
internal sealed record Draft(BlockType Type, Func<DocxBlock, DocxBlock> Fill, params Draft[] Children)
{
    public static Draft Text(string text, params Draft[] children) => Text([Run(text)], children);

    public static Draft Text(TextElement[] elements, params Draft[] children) => new(BlockType.Text, block => block with { Text = new TextBody(elements) }, children);

    public static Draft Heading(int level, string text, params Draft[] children) => Of(BlockType.Heading1 + level - 1, [Run(text)], null, children);

    public static Draft Bullet(string text, params Draft[] children) => Of(BlockType.Bullet, [Run(text)], null, children);

    public static Draft Ordered(string? sequence, string text, params Draft[] children) => Of(BlockType.Ordered, [Run(text)], new BlockStyle(Sequence: sequence), children);

    public static Draft Todo(bool done, string text) => Of(BlockType.Todo, [Run(text)], new BlockStyle(Done: done));

    public static Draft Code(string text, int language = 1) => Of(BlockType.Code, [Run(text)], new BlockStyle(Language: language));

    public static Draft Callout(string? emoji, params Draft[] children) => new(BlockType.Callout, block => block with { Callout = new CalloutContent(emoji) }, children);

    public static Draft Image(string? caption) => new(BlockType.Image, block => block with { Image = new ImageContent(new ImageCaption(caption)) });

    public static Draft Sheet(string token) => new(BlockType.Sheet, block => block with { Sheet = new SheetContent(token) });

    public static Draft Synced(SyncedSource source) =>
        new(BlockType.ReferenceSynced, block => block with { ReferenceSynced = new SyncedContent(source.DocumentId, source.BlockId) });

    public static Draft Holder(BlockType type, params Draft[] children) => new(type, block => block, children);

    public static Draft Table(int columns, Draft[] cells, CellSpan?[]? spans = null, bool headerRow = true, bool headerColumn = false) => new(
        BlockType.Table,
        block => block with { Table = new TableContent(block.Children, new TableProperty(cells.Length / columns, columns, headerRow, headerColumn, spans)) },
        cells);

    public static Draft Cell(params Draft[] children) => Holder(BlockType.TableCell, children);

    public static Draft Cell(string text) => Cell(Text(text));

    public static TextElement Run(string text, TextElementStyle? style = null) => new() { TextRun = new TextRun(text, style) };

    public static Draft Of(BlockType type, TextElement[] elements, BlockStyle? style = null, params Draft[] children)
    {
        var body = new TextBody(elements, style);
        return new(type, block => Filled(block, body), children);
    }

    /// <summary>The blocks of a document, its page first.</summary>
    public static IReadOnlyList<DocxBlock> Document(params Draft[] children) =>
        List(new Draft(BlockType.Page, block => block with { Page = new TextBody([Run("标题")]) }, children), "b");

    public static IReadOnlyList<DocxBlock> List(Draft root, string prefix)
    {
        var blocks = new List<DocxBlock>();
        Add(root, "", prefix, blocks);
        return blocks;
    }

    private static string Add(Draft draft, string parent, string prefix, List<DocxBlock> blocks)
    {
        var (at, id) = (blocks.Count, $"{prefix}{blocks.Count}");
        blocks.Add(new DocxBlock(id, draft.Type, parent));
        var children = draft.Children.Select(child => Add(child, id, prefix, blocks)).ToArray();
        blocks[at] = draft.Fill(blocks[at] with { Children = children.Length > 0 ? children : null });
        return id;
    }

    private static DocxBlock Filled(DocxBlock block, TextBody body) => block.BlockType switch
    {
        BlockType.Heading1 => block with { Heading1 = body },
        BlockType.Heading2 => block with { Heading2 = body },
        BlockType.Heading3 => block with { Heading3 = body },
        BlockType.Heading4 => block with { Heading4 = body },
        BlockType.Heading5 => block with { Heading5 = body },
        BlockType.Heading6 => block with { Heading6 = body },
        BlockType.Heading7 => block with { Heading7 = body },
        BlockType.Heading8 => block with { Heading8 = body },
        BlockType.Heading9 => block with { Heading9 = body },
        BlockType.Bullet => block with { Bullet = body },
        BlockType.Ordered => block with { Ordered = body },
        BlockType.Todo => block with { Todo = body },
        BlockType.Quote => block with { Quote = body },
        BlockType.Equation => block with { Equation = body },
        _ => block with { Code = body },
    };
}
