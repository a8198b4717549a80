namespace Wenlu.BotHost.Wiki.Docx;

internal sealed partial class DocumentWriter
{
    // What is still to be read as a heading when the rest of it became a paragraph.
    private const int ShortHeading = 100;

    private void WriteHeading(DocxBlock block, MarkdownLines lines, Place place)
    {
        var text = segments.Of(block.Body);
        if (!place.IsTop)
        {
            lines.Add(AnchorOf(block), BlockShape.Other, BoldLine(block.Body));
            return;
        }
        var line = HeadingLine(text);
        var isCut = line.Length > DeepHeadings.Longest;
        if (isCut)
            line = HeadingLine([new Segment(Shortened(string.Concat(text.Select(segment => segment.Text))))]);
        if (line.Length == 0)
            return;
        var (level, title) = conversion.Headings.Enter(block.BlockType - BlockType.Heading1 + 1, line);
        var id = AnchorMarks.OfHeading(AnchorOf(block));
        lines.Add(AnchorOf(block), BlockShape.Heading, [$"{new string('#', level)} {title}{id}"]);
        if (isCut)
            lines.Add(AnchorOf(block), BlockShape.Paragraph, InlineMarkdown.Paragraph(text));
    }

    // All of a heading is emphasised; and a sign at its end would close it.
    private static string HeadingLine(IReadOnlyList<Segment> text)
    {
        var line = InlineMarkdown.Line(Segment.Join(text.Select(segment => segment with { Style = segment.Style.Unemphasised })), LineContext.Line);
        var name = line.TrimEnd('#');
        return name.Length < line.Length && (name.Length == 0 || char.IsWhiteSpace(name[^1])) ? $"{name}\\{line[name.Length..]}" : line;
    }

    private static string Shortened(string text)
    {
        if (text.Length <= ShortHeading)
            return text;
        return $"{text[..(char.IsHighSurrogate(text[ShortHeading - 1]) ? ShortHeading - 1 : ShortHeading)]}…";
    }

    private void WriteItem(DocxBlock block, string marker, MarkdownLines lines, Place place)
    {
        var item = new MarkdownLines();
        // The text counts as an item as well, so that a list right under it follows without an empty line.
        item.Add(block.BlockId, BlockShape.Item, InlineMarkdown.Paragraph(segments.Of(block.Body)));
        WriteChildren(block, item, place.Within);
        var indent = new string(' ', block.BlockType == BlockType.Todo ? 2 : marker.Length);
        lines.Add(AnchorOf(block), BlockShape.Item, MarkdownLines.Prefixed(item.Lines, marker, indent));
    }

    private void WriteQuote(DocxBlock block, MarkdownLines lines, Place place)
    {
        var inner = new MarkdownLines();
        inner.Add(block.BlockId, BlockShape.Paragraph, InlineMarkdown.Paragraph(segments.Of(block.Quote)));
        WriteChildren(block, inner, place.Within);
        var signed = Signed(inner.Lines, CalloutEmoji.Of(block.Callout?.EmojiId));
        lines.Add(AnchorOf(block), BlockShape.Other, MarkdownLines.Prefixed(signed, "> ", "> "));
    }

    /// <summary>With a callout's sign before its first words, or above what does not begin with words.</summary>
    private static IReadOnlyList<string> Signed(IReadOnlyList<string> lines, string? sign)
    {
        if (lines.Count == 0 || sign is null)
            return lines;
        return char.IsLetter(lines[0][0]) ? [$"{sign} {lines[0]}", .. lines.Skip(1)] : [sign, "", .. lines];
    }

    private void WriteSheet(DocxBlock block, MarkdownLines lines, Place place)
    {
        if (SheetRows(block) is { } rows)
            lines.Add(AnchorOf(block), BlockShape.Other, PipeTable.Write(rows, hasHeader: true));
    }

    /// <summary>The cells of an embedded sheet; null, and listed, when they could not be read.</summary>
    private IReadOnlyList<string>[]? SheetRows(DocxBlock block)
    {
        if (block.Sheet?.Token is { } token && references.Sheets.TryGetValue(token, out var rows) && rows.Count > 0)
            return [.. rows.Select(row => row.Select(cell => Cell([new Segment(SegmentReader.Clean(cell ?? ""))])).ToArray())];
        Skip(block, SkipReason.Unreadable);
        return null;
    }

    private void WriteSynced(DocxBlock block, MarkdownLines lines, Place place) => OfSource(block, place)?.WriteAll(lines, place.Below);

    /// <summary>The writer of what a synced block shows; null, and listed, when that could not be read or shows itself.</summary>
    private DocumentWriter? OfSource(DocxBlock block, Place place)
    {
        var source = DocxDocument.SourceOf(block);
        if (source is not { } known || !references.Synced.TryGetValue(known, out var blocks) || blocks.Count == 0)
            Skip(block, SkipReason.Unreadable);
        else if (shown.Contains(known) || place.IsDeepest || !conversion.Shows(blocks.Count))
            Skip(block, SkipReason.TooDeep);
        else
            return new DocumentWriter(new BlockTree(blocks), references, conversion, new HashSet<SyncedSource>(shown) { known }, AnchorOf(block));
        return null;
    }

    private void Skip(DocxBlock block, SkipReason reason) => conversion.Skipped.Add(new SkippedBlock(AnchorOf(block), block.BlockType, reason));
}
