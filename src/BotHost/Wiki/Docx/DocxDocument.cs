namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>A document's blocks as Markdown.</summary>
internal static class DocxDocument
{
    /// <summary>Everything that is text, headings with the ids of their blocks; what is not is listed.</summary>
    /// <param name="blocks">As listed, all pages together.</param>
    /// <param name="references">What <see cref="NeedsOf"/> asked for, as far as it could be had.</param>
    public static ConvertedDocument Convert(IReadOnlyList<DocxBlock> blocks, DocxReferences references)
    {
        var tree = new BlockTree(blocks);
        var writer = new DocumentWriter(tree, references);
        var lines = new MarkdownLines(new AnchorMarks());
        var title = TitleOf(blocks, new SegmentReader(tree, references));
        writer.WriteAll(lines, new Place(IsTop: true, Depth: 0));
        return new ConvertedDocument(title, string.Concat(lines.Lines.Select(line => $"{line}\n")), writer.Skipped);
    }

    private static string TitleOf(IReadOnlyList<DocxBlock> blocks, SegmentReader segments) =>
        string.Join(' ', segments.PlainOf(blocks.FirstOrDefault(block => block?.BlockType == BlockType.Page)?.Page)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// What the blocks, and those that are known of other documents, refer to and <paramref name="known"/> has no answer for. A
    /// source may refer to further ones, so it is asked again after fetching; sources within sources are read a few levels deep.
    /// </summary>
    public static DocxNeeds NeedsOf(IReadOnlyList<DocxBlock> blocks, DocxReferences? known = null)
    {
        known ??= DocxReferences.None;
        var all = blocks.Concat(known.Synced.Values.SelectMany(source => source)).ToArray();
        return new DocxNeeds(
            [.. all.Select(SourceOf).OfType<SyncedSource>().Where(source => !known.Synced.ContainsKey(source)).Distinct()],
            [.. Wanted(all.Select(block => block.Sheet?.Token), known.Sheets.ContainsKey)],
            [.. Wanted(all.SelectMany(block => block.Body?.Parts ?? []).Select(part => part.MentionUser?.UserId), known.Users.ContainsKey)]);
    }

    /// <summary>The block that a reference shows; null for any other block.</summary>
    internal static SyncedSource? SourceOf(DocxBlock block) =>
        block.ReferenceSynced is { SourceDocumentId: { Length: > 0 } document, SourceBlockId: { Length: > 0 } id } ? new SyncedSource(document, id) : null;

    private static IEnumerable<string> Wanted(IEnumerable<string?> keys, Func<string, bool> isKnown) =>
        keys.OfType<string>().Where(key => key.Length > 0 && !isKnown(key)).Distinct();
}
