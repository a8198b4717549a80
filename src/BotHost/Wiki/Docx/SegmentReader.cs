using System.Globalization;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>The elements of a text as segments: mentions by name, reminders as dates, files and blocks in the line as what they are called.</summary>
internal sealed class SegmentReader(BlockTree tree, DocxReferences references)
{
    // A block may stand in the line of a text and have such a text itself.
    private const int MaxInline = 4;

    // Reminders carry no zone; the platform's days are those of Beijing.
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public IReadOnlyList<Segment> Of(TextBody? body) => Segment.Join(Of(body, 0));

    /// <summary>The text alone, as code and titles want it.</summary>
    public string PlainOf(TextBody? body) => string.Concat(Of(body).Select(segment => segment.Text));

    private IEnumerable<Segment> Of(TextBody? body, int depth) => (body?.Parts ?? []).SelectMany(part => Of(part, depth));

    private IEnumerable<Segment> Of(TextElement part, int depth) => part switch
    {
        { TextRun: { Content: { } content } run } => [new Segment(Clean(content), StyleOf(run.TextElementStyle))],
        { MentionUser: { } user } => [new Segment($"@{NameOf(user.UserId)}")],
        { MentionDoc: { } mention } => [MentionOf(mention)],
        { Reminder: { } reminder } => [new Segment(DateOf(reminder))],
        { File: { } file } => [new Segment(Clean(tree.Find(file.SourceBlockId)?.File?.Name ?? ""))],
        { InlineBlock: { } inline } when depth < MaxInline => OfBlock(inline.BlockId, depth),
        { Equation.Content: { } equation } => [new Segment(Clean(equation).Trim(), new SegmentStyle(SegmentKind.Math))],
        _ => [],
    };

    private IEnumerable<Segment> OfBlock(string? id, int depth)
    {
        if (id is null || tree.Take(id) is not { } block)
            return [];
        return block.File?.Name is { } name ? [new Segment(Clean(name))] : Of(block.Body, depth + 1);
    }

    private static SegmentStyle StyleOf(TextElementStyle? style) => style is null ? default : new(
        style.InlineCode ? SegmentKind.Code : SegmentKind.Text, style.Bold, style.Italic, style.Strikethrough, DocxLink.Decode(style.Link?.Url));

    /// <summary>Somebody unknown is still somebody.</summary>
    private string NameOf(string? id) => id is not null && references.Users.TryGetValue(id, out var name) && name.Length > 0 ? Clean(name) : "…";

    private static Segment MentionOf(MentionDoc mention)
    {
        var url = DocxLink.Decode(mention.Url);
        return new Segment(Clean(mention.Title is { Length: > 0 } title ? title : url ?? ""), new SegmentStyle(Link: url));
    }

    private static string DateOf(Reminder reminder) =>
        long.TryParse(reminder.ExpireTime, CultureInfo.InvariantCulture, out var time) && time is > 0 and < 253_402_214_400_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(time).ToOffset(Zone)
                .ToString(reminder.IsWholeDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "";

    /// <summary>Line ends of one kind; no other character that is not to be seen.</summary>
    internal static string Clean(string text)
    {
        text = text.ReplaceLineEndings("\n").Replace('\v', '\n');
        return text.Any(IsUnseen) ? string.Concat(text.Where(character => !IsUnseen(character) || character == '\t')) : text;
    }

    private static bool IsUnseen(char character) => char.IsControl(character) && character is not '\n' || character is '\u200B' or '\uFEFF';
}
