namespace Wenlu.BotHost.Wiki.Docx;

internal sealed partial class DocumentWriter
{
    private void WriteTable(DocxBlock block, MarkdownLines lines, Place place)
    {
        var cells = CellsOf(block);
        // A table of one cell is a frame around its content.
        if (cells is [{ } only])
        {
            WriteChildren(only, lines, place.Below);
            return;
        }
        lines.Add(AnchorOf(block), BlockShape.Other, PipeTable.Write(RowsOf(block, cells, place.Within), HasHeader(block.Table)));
    }

    /// <summary>The first row of most tables is their head, whether or not somebody switched that on; not so where the first column is.</summary>
    private static bool HasHeader(TableContent? table) => table?.Property is not { HeaderRow: false, HeaderColumn: true };

    private DocxBlock?[] CellsOf(DocxBlock block) =>
        [.. (block.Table?.Cells ?? block.Children ?? []).Select(id => id is null ? null : tree.Take(id))];

    private IReadOnlyList<string[]> RowsOf(DocxBlock block, DocxBlock?[] cells, Place place)
    {
        var columns = Math.Clamp(block.Table?.Property?.ColumnSize ?? 1, 1, Math.Max(1, cells.Length));
        return MergedCells.Spread([.. cells.Select(cell => CellOf(cell, place))], columns, block.Table?.Property?.MergeInfo);
    }

    private string CellOf(DocxBlock? cell, Place place) => cell is null ? "" : string.Join(' ', PartsBelow(cell, place));

    private IEnumerable<string> PartsBelow(DocxBlock block, Place place)
    {
        var numbers = new ItemNumbers();
        return (place.IsDeepest ? tree.TakeDescendantsOf(block) : tree.TakeChildrenOf(block))
            .SelectMany(child => PartsOf(child, place, numbers));
    }

    /// <summary>A block within a cell: one line of it, and those of what is below it.</summary>
    private IEnumerable<string> PartsOf(DocxBlock block, Place place, ItemNumbers numbers)
    {
        var own = block.BlockType switch
        {
            BlockType.Bullet => Item("• ", Cell(segments.Of(block.Bullet))),
            BlockType.Ordered => Item(numbers.Next(block.Ordered?.Style?.Sequence), Cell(segments.Of(block.Ordered))),
            BlockType.Todo => Item(block.Todo?.Style?.Done == true ? "☑ " : "☐ ", Cell(segments.Of(block.Todo))),
            BlockType.Code => Cell(OneStyle(block.Code, SegmentKind.Code)),
            BlockType.Equation => Cell(OneStyle(block.Equation, SegmentKind.Math)),
            BlockType.Callout => CalloutEmoji.Of(block.Callout?.EmojiId) ?? "",
            BlockType.Table => Flat(RowsOf(block, CellsOf(block), place.Within)),
            BlockType.Sheet => Flat(SheetRows(block) ?? []),
            BlockType.ReferenceSynced => SourceOf(block, place),
            BlockType.AgendaItemTitle or (>= BlockType.Heading1 and <= BlockType.Heading9) => Cell(Bold(block.Body)),
            var type when BlockKinds.OnlyHolds(type) => "",
            _ => Cell(block.Body is null ? LeafOf(block) : segments.Of(block.Body)),
        };
        return PartsBelow(block, place.Within).Prepend(own).Where(part => part.Length > 0);
    }

    private string SourceOf(DocxBlock block, Place place) => OfSource(block, place) is { } source
        ? string.Join(' ', source.tree.Roots().SelectMany(root => source.PartsOf(root, place.Within, new ItemNumbers())))
        : "";

    private static string Item(string marker, string text) => text.Length > 0 ? marker + text : "";

    private static string Cell(IReadOnlyList<Segment> text) => InlineMarkdown.Line(text, LineContext.Cell);

    private IReadOnlyList<Segment> OneStyle(TextBody? body, SegmentKind kind) => [new Segment(segments.PlainOf(body), new SegmentStyle(kind))];

    private static string Flat(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join("; ", rows.Select(row => string.Join(", ", row.Where(cell => cell.Length > 0))).Where(row => row.Length > 0));
}
