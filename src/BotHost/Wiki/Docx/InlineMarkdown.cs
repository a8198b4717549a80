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
    public static IReadOnlyList<string> Paragraph(IReadOnlyList<Segment> segments)
    {
        var lines = Segment.Lines(segments).Where(line => line.Count > 0).ToArray();
        var context = lines.Length > 1 ? LineContext.Lines : LineContext.Line;
        return [.. lines.Select(line => MarkdownEscape.LineStart(Write(line, context)))];
    }

    /// <summary>All in one line; empty for a text without one.</summary>
    public static string Line(IReadOnlyList<Segment> segments, LineContext context) =>
        string.Join(' ', Segment.Lines(segments).Where(line => line.Count > 0).Select(line => Write(line, context)));

    private static string Write(IReadOnlyList<Segment> line, LineContext context)
    {
        line = Segment.Join(line.Select(segment => Plain(segment, context)));
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
        var words = segment.Style.Kind == SegmentKind.Text ? MarkdownEscape.Inline(segment.Text, context, inLink: true) : Literal(segment);
        return $"[{words}]({link})";
    }

    /// <summary>As text what cannot be told apart as code: a bar in the code of a cell ends the cell for one reader and needs no backslash for another.</summary>
    private static Segment Plain(Segment segment, LineContext context)
    {
        var isMath = segment.Style.Kind == SegmentKind.Math;
        var hasBar = segment.Style.Kind != SegmentKind.Text && context == LineContext.Cell && segment.Text.Contains('|');
        return hasBar || isMath && segment.Text.Contains('`')
            ? new Segment(isMath ? $"${segment.Text}$" : segment.Text, segment.Style with { Kind = SegmentKind.Text })
            : segment;
    }

    /// <summary>Code, with a fence longer than any in it; a formula as <c>$`…`$</c>, which stays itself where formulas are not known.</summary>
    private string Literal(Segment segment)
    {
        var (text, isMath) = (segment.Text, segment.Style.Kind == SegmentKind.Math);
        if (string.IsNullOrWhiteSpace(text))
            return text;
        if (isMath)
            return $"$`{text}`$";
        // Behind a backtick of the text a fence would be more of it.
        if (markdown.Length > 0 && markdown[^1] == '`' && segment.Style.Link is null)
            return MarkdownEscape.Inline(text, context);
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
