namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Where a block stands.</summary>
/// <param name="IsTop">Whether a heading is one of the document's; within a list or a quote it is a line of text.</param>
/// <param name="Depth">How many blocks it stands in.</param>
/// <param name="Anchor">The block of this document that shows it, when it is itself one of another document.</param>
internal readonly record struct Place(bool IsTop, int Depth, string? Anchor = null)
{
    // Deeper lists than anybody writes, and less than what the chunker, and this program's stack, bear.
    private const int Deepest = 11;

    public bool IsDeepest => Depth >= Deepest;

    public Place Below => this with { Depth = Depth + 1 };

    public Place Within => this with { Depth = Depth + 1, IsTop = false };

    public string AnchorOf(DocxBlock block) => Anchor ?? block.BlockId;
}
