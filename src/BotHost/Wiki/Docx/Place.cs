namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Where a block stands.</summary>
/// <param name="IsTop">Whether a heading is one of the document's; within a list or a quote it is a line of text.</param>
/// <param name="Depth">How many blocks it stands in.</param>
internal readonly record struct Place(bool IsTop, int Depth)
{
    // Deeper lists than anybody writes, and less than what the chunker, and this program's stack, bear.
    private const int Deepest = 11;

    public bool IsDeepest => Depth >= Deepest;

    public Place Below => this with { Depth = Depth + 1 };

    public Place Within => this with { Depth = Depth + 1, IsTop = false };
}
