namespace Wenlu.Retrieval.Chunking;

/// <summary>The headings open at the place reached while reading a document.</summary>
internal sealed class HeadingPath(string title)
{
    private readonly HeadingAnchors anchors = new();
    private readonly List<(int Level, string Text)> open = [];
    private string? anchor;
    private bool titleSeen;

    public Section Section(Piece? heading = null) => new([.. open.Select(heading => heading.Text)], anchor, heading, []);

    /// <summary>Goes under a heading, leaving those of its level and below.</summary>
    public Section Enter(Piece piece)
    {
        var heading = HeadingText.Parse(piece.Source);
        open.RemoveAll(above => above.Level >= piece.Level);
        // The title has an anchor on the page as well, so that a later heading of the same text is numbered.
        var next = anchors.Next(heading.Text, heading.ExplicitId);
        var isTitle = IsTitle(piece, heading.Text);
        anchor = isTitle ? null : next;
        if (!isTitle && heading.Text.Length > 0)
            open.Add((piece.Level, heading.Text));
        return Section(isTitle ? null : piece);
    }

    private bool IsTitle(Piece piece, string text)
    {
        if (piece.Level != 1 || titleSeen)
            return false;
        titleSeen = true;
        return string.Equals(text, title.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
