namespace Wenlu.Retrieval.Chunking;

/// <summary>The headings open at the place reached while reading a document.</summary>
internal sealed class HeadingPath(string title)
{
    private readonly HeadingAnchors _anchors = new();
    private readonly List<(int Level, string Text)> _open = [];
    private string? _anchor;
    private bool _titleSeen;

    public Section Section(Piece? heading = null) => new([.. _open.Select(open => open.Text)], _anchor, heading, []);

    /// <summary>Goes under a heading, leaving those of its level and below.</summary>
    public Section Enter(Piece piece)
    {
        var heading = HeadingText.Parse(piece.Source);
        _open.RemoveAll(open => open.Level >= piece.Level);
        // The title has an anchor on the page as well, so that a later heading of the same text is numbered.
        var anchor = _anchors.Next(heading.Text, heading.ExplicitId);
        var isTitle = IsTitle(piece, heading.Text);
        _anchor = isTitle ? null : anchor;
        if (!isTitle && heading.Text.Length > 0) _open.Add((piece.Level, heading.Text));
        return Section(isTitle ? null : piece);
    }

    private bool IsTitle(Piece piece, string text)
    {
        if (piece.Level != 1 || _titleSeen) return false;
        _titleSeen = true;
        return string.Equals(text, title.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
