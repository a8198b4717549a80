namespace Wenlu.Retrieval.Chunking;

/// <summary>The anchors of a whole document, for pages that show it: those that its chunks name, and no others.</summary>
public static class DocumentAnchors
{
    /// <summary>One for each top-level heading, in their order, a first heading that repeats the title included.</summary>
    /// <param name="markdown">The document as it is given to the index.</param>
    public static IReadOnlyList<string> Of(string markdown)
    {
        var anchors = new HeadingAnchors();
        return [.. MarkdownOutline.Read(markdown)
            .Where(piece => piece.Level > 0)
            .Select(piece => HeadingText.Parse(piece.Source))
            .Select(heading => anchors.Next(heading.Text, heading.ExplicitId))];
    }
}
