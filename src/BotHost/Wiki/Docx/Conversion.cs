namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>What the trees of one document have in common.</summary>
internal sealed class Conversion
{
    // Far more than any document shows; sources that show each other many times over would grow without end.
    private int sourceBlocksLeft = 50_000;

    public List<SkippedBlock> Skipped { get; } = [];

    public DeepHeadings Headings { get; } = new();

    /// <summary>Whether a source of so many blocks may be shown, once more or for the first time.</summary>
    public bool Shows(int blocks)
    {
        if (blocks > sourceBlocksLeft)
            return false;
        sourceBlocksLeft -= blocks;
        return true;
    }
}
