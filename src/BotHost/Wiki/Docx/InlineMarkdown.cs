using System.Text;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Segments of one line as Markdown.</summary>
internal sealed class InlineMarkdown
{
    private readonly StringBuilder markdown = new();
    private readonly LineContext context;
    private bool endsInMarks;

    private InlineMarkdown(LineContext context) => this.context = context;

    /// <summary>The lines of a paragraph, none of which begins another block; none for an empty one.</summary>
    public static IReadOnlyList<string> Paragraph(IReadOnlyList<Segment> segments) =>
        [.. Segment.Lines(segments).Select(line => Write(line, LineContext.Paragraph)).Where(line => line.Length > 0).Select(MarkdownEscape.LineStart)];

    /// <summary>All in one line; empty for a text without one.</summary>
    public static string Line(IReadOnlyList<Segment> segments, LineContext context) =>
        string.Join(' ', Segment.Lines(segments).Select(line => Write(line, context)).Where(line => line.Length > 0));

    private static string Write(IReadOnlyList<Segment> line, LineContext context)
    {
        var writer = new InlineMarkdown(context);
        for (var i = 0; i < line.Count; i++)
            writer.Add(line[i], i + 1 < line.Count ? FirstOf(line[i + 1]) : '\0');
        return writer.markdown.ToString();
    }

    private static char FirstOf(Segment segment) => segment.Style is { Kind: SegmentKind.Text, Link: null } ? segment.Text[0] : '[';

    private void Add(Segment segment, char after)
    {
        if (segment.Style.Link is { } link)
            Append(LinkOf(segment, link));
        else if (segment.Style.Kind != SegmentKind.Text)
            Append(Literal(segment));
        else if (segment.Style.IsEmphasised && !endsInMarks)
            AddEmphasised(segment, after);
        else
            Append(MarkdownEscape.Inline(segment.Text, context));
    }

    private void AddEmphasised(Segment segment, char after)
    {
        var text = segment.Text;
        var range = Emphasis.Within(text, markdown.Length > 0 ? markdown[^1] : '\0', after);
        var (open, close) = text[range].Length > 0 ? Emphasis.MarksOf(segment.Style) : ("", "");
        Append(MarkdownEscape.Inline(text[..range.Start], context));
        Append($"{open}{MarkdownEscape.Inline(text[range], context)}{close}");
        endsInMarks = close.Length > 0;
        Append(MarkdownEscape.Inline(text[range.End..], context));
    }

    private void Append(string text)
    {
        if (text.Length == 0)
            return;
        markdown.Append(text);
        endsInMarks = false;
    }

    private string LinkOf(Segment segment, string link)
    {
        if (string.IsNullOrWhiteSpace(segment.Text))
            return segment.Text;
        if (segment.Text == link && segment.Style.Kind == SegmentKind.Text)
            return $"<{link}>";
        return $"[{(segment.Style.Kind == SegmentKind.Text ? MarkdownEscape.Inline(segment.Text, context, inLink: true) : Literal(segment))}]({link})";
    }

    /// <summary>Code, with a fence longer than any in it; a formula as <c>$`…`$</c>, which stays itself where formulas are not known.</summary>
    private string Literal(Segment segment)
    {
        var (text, isMath) = (segment.Text, segment.Style.Kind == SegmentKind.Math);
        if (string.IsNullOrWhiteSpace(text))
            return text;
        // A bar in the code of a cell ends the cell for one reader and needs no backslash for another.
        if (context == LineContext.Cell && text.Contains('|') || isMath && text.Contains('`'))
            return MarkdownEscape.Inline(isMath ? $"${text}$" : text, context);
        if (isMath)
            return $"$`{text}`$";
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{text}{pad}{fence}";
    }

    internal static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
