namespace Wenlu.BotHost.Wiki.Docx;

internal enum SegmentKind { Text, Code, Math }

/// <param name="Link">A decoded address that is safe to follow; null for none.</param>
internal readonly record struct SegmentStyle(
    SegmentKind Kind = SegmentKind.Text, bool Bold = false, bool Italic = false, bool Strike = false, string? Link = null)
{
    public bool IsEmphasised => Bold || Italic || Strike;

    public SegmentStyle Unemphasised => new(Kind, Link: Link);

    /// <summary>What Markdown can say at once without ambiguity: code and links are not emphasised.</summary>
    public SegmentStyle Simplified => Kind != SegmentKind.Text || Link is not null ? Unemphasised : this;
}

/// <summary>Characters of one style.</summary>
internal readonly record struct Segment(string Text, SegmentStyle Style = default)
{
    /// <summary>Without empty ones, those of the same style joined.</summary>
    public static IReadOnlyList<Segment> Join(IEnumerable<Segment> segments)
    {
        var joined = new List<Segment>();
        foreach (var segment in segments.Where(segment => segment.Text.Length > 0).Select(segment => segment with { Style = segment.Style.Simplified }))
        {
            if (joined.Count > 0 && joined[^1].Style == segment.Style)
                joined[^1] = segment with { Text = joined[^1].Text + segment.Text };
            else
                joined.Add(segment);
        }
        return joined;
    }

    /// <summary>The lines that a text is written in, without blank ones and without white space around them.</summary>
    public static IEnumerable<IReadOnlyList<Segment>> Lines(IReadOnlyList<Segment> segments)
    {
        var line = new List<Segment>();
        foreach (var segment in segments)
        {
            var parts = segment.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    yield return Trim(line);
                    line = [];
                }
                line.Add(segment with { Text = parts[i] });
            }
        }
        yield return Trim(line);
    }

    private static List<Segment> Trim(List<Segment> line)
    {
        line.RemoveAll(segment => segment.Text.Length == 0);
        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[0].Text))
            line.RemoveAt(0);
        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1].Text))
            line.RemoveAt(line.Count - 1);
        if (line.Count > 0)
            line[0] = line[0] with { Text = line[0].Text.TrimStart() };
        if (line.Count > 0)
            line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd() };
        return line;
    }
}
