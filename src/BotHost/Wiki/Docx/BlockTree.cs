namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>
/// The blocks as the tree they name, each handed out once: a block that is its own descendant, or two blocks' child, is not met
/// again, and one that nothing leads to is found at the end.
/// </summary>
internal sealed class BlockTree
{
    private readonly List<DocxBlock> all = [];
    private readonly Dictionary<string, DocxBlock> untaken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxBlock> known = new(StringComparer.Ordinal);

    public BlockTree(IEnumerable<DocxBlock?> blocks)
    {
        foreach (var block in blocks.OfType<DocxBlock>().Where(block => block.BlockId is { Length: > 0 } && known.TryAdd(block.BlockId, block)))
        {
            all.Add(block);
            untaken.Add(block.BlockId, block);
        }
    }

    /// <summary>The page, what has no parent here, and last what only leads to itself; taken as they are reached.</summary>
    public IEnumerable<DocxBlock> Roots()
    {
        var children = all.SelectMany(ChildIds).ToHashSet(StringComparer.Ordinal);
        return all.Where(block => block.BlockType == BlockType.Page)
            .Concat(all.Where(block => !children.Contains(block.BlockId)))
            .Concat(all)
            .Where(block => Take(block.BlockId) is not null);
    }

    public DocxBlock? Find(string? id) => id is null ? null : known.GetValueOrDefault(id);

    public DocxBlock? Take(string id) => untaken.Remove(id, out var block) ? block : null;

    public IReadOnlyList<DocxBlock> TakeChildrenOf(DocxBlock block) => [.. ChildIds(block).Select(Take).OfType<DocxBlock>()];

    /// <summary>All below a block in reading order, however deep; none of them has children left.</summary>
    public IReadOnlyList<DocxBlock> TakeDescendantsOf(DocxBlock block)
    {
        var taken = new List<DocxBlock>();
        var open = new Stack<DocxBlock>(TakeChildrenOf(block).Reverse());
        while (open.TryPop(out var next))
        {
            taken.Add(next);
            foreach (var child in TakeChildrenOf(next).Reverse())
                open.Push(child);
        }
        return taken;
    }

    private static IEnumerable<string> ChildIds(DocxBlock block) => (block.Children ?? []).Concat(block.Table?.Cells ?? []).OfType<string>();
}
