namespace Wenlu.BotHost.Wiki.Docx;

internal enum BlockShape { Heading, Paragraph, Item, Other }

/// <summary>Collects blocks of Markdown: an empty line between them, none between the items of a list.</summary>
/// <param name="marks">Anchors for the blocks at the margin; null within other blocks.</param>
internal sealed class MarkdownLines(AnchorMarks? marks = null)
{
    private readonly List<string> lines = [];
    private BlockShape last;

    public IReadOnlyList<string> Lines => lines;

    /// <param name="id">Of the block, for an anchor.</param>
    /// <param name="shape">What it is among its neighbours.</param>
    /// <param name="block">Its lines; without any it is left out.</param>
    public void Add(string id, BlockShape shape, IReadOnlyList<string> block)
    {
        if (block.Count == 0)
            return;
        if (marks?.Before(id, shape) is { } mark)
            Append(BlockShape.Other, [mark]);
        Append(shape, block);
        marks?.Pass(block.Sum(line => line.Length + 1));
    }

    /// <summary>Lines of another collection, each behind a prefix; the first one behind its own.</summary>
    public static IReadOnlyList<string> Prefixed(IReadOnlyList<string> block, string first, string next) =>
        [.. block.Select((line, index) => $"{(index == 0 ? first : next)}{line}".TrimEnd())];

    private void Append(BlockShape shape, IReadOnlyList<string> block)
    {
        if (lines.Count > 0 && !(last == BlockShape.Item && shape == BlockShape.Item))
            lines.Add("");
        lines.AddRange(block);
        last = shape;
    }
}
