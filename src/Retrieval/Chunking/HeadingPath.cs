namespace Wenlu.Retrieval.Chunking;

/// <summary>The headings open at the place reached while reading a document.</summary>
internal sealed class HeadingPath(string title)
{
    private const int MaxLevel = 6;

    private readonly HeadingAnchors anchors = new();
    private readonly List<(int Level, string Text)> open = [];
    private string? anchor;
    private bool titleSeen;

    public Section Section(Piece? heading = null) => new([.. open.Select(heading => heading.Text)], anchor, heading, []);

    /// <summary>Passes a heading that a page shows and that is not text: it takes an anchor.</summary>
    public void Skip(Piece piece)
    {
        if (piece.Level > 0)
            anchors.Next(HeadingText.Parse(piece.Source).Text);
    }

    /// <summary>Stays under its heading, at an anchor of its own.</summary>
    /// <param name="id">From an <see cref="AnchorMark"/>.</param>
    /// <param name="heading">What the section so far would be lost without.</param>
    public Section Mark(string id, Piece? heading)
    {
        anchor = id;
        return Section(heading);
    }

    /// <summary>Goes under a heading, leaving those of its level and below.</summary>
    public Section Enter(Piece piece)
    {
        var heading = HeadingText.Parse(piece.Source);
        open.RemoveAll(above => above.Level >= piece.Level);
        return piece.Level > MaxLevel ? EnterImplied(piece, heading.Text) : EnterWritten(piece, heading);
    }

    // On the page it is a line of text: the anchor stays that of the heading above.
    private Section EnterImplied(Piece piece, string text)
    {
        if (text.Length > 0)
            open.Add((piece.Level, text));
        return Section(piece);
    }

    private Section EnterWritten(Piece piece, HeadingText heading)
    {
        // The title has an anchor on the page as well, so that a later heading of the same text is numbered.
        var next = anchors.Next(heading.Text, heading.ExplicitId);
        var isTitle = IsTitle(piece, heading.Text);
        anchor = isTitle ? heading.ExplicitId : next;
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
