using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Wenlu.Retrieval.Chunking;

internal enum PieceKind { Heading, Text, List, Code, Table, Other, FrontMatter, Anchor }

/// <summary>A top-level block of a document, as the lines it was written in.</summary>
/// <param name="Kind">How it may be cut.</param>
/// <param name="Source">Its lines without blank ones around them.</param>
/// <param name="Level">A heading's level, 1 to 6, more for one that only looks like it (<see cref="HeadingStyle"/>); otherwise 0.</param>
internal sealed record Piece(PieceKind Kind, string Source, int Level = 0);

/// <summary>
/// Finds the top-level blocks with Markdig and hands out the source between their beginnings, so that nothing of the text is
/// lost. Inlines are not parsed: they do not matter for cutting, and hostile brackets cost nothing.
/// </summary>
internal static class MarkdownOutline
{
    // Deeper quotes and lists than any reader can follow, and less than what Markdig's recursion bears.
    private const int MaxNesting = 32;
    private const int MaxIndent = 4 * MaxNesting;

    // Five megabytes with 25 characters on each line. Markdig makes an object or two of every line that is shorter.
    private const int MaxLines = 200_000;

    private static readonly MarkdownPipeline Blocks = BlocksOnly();

    /// <summary>The blocks in their order; text nested too deeply or of too many lines to be parsed safely is one block per paragraph, headings found all the same.</summary>
    public static IEnumerable<Piece> Read(string markdown)
    {
        var source = markdown.ReplaceLineEndings("\n").Replace('\0', ' ');
        var pieces = source.AsSpan().Count('\n') > MaxLines || IsTooDeep(source) ? PlainOutline.Read(source) : Parsed(source);
        return pieces.Select(piece => AnchorMark.IdIn(piece) is null ? piece : piece with { Kind = PieceKind.Anchor });
    }

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.RemoveAll(parser => parser is not LiteralInlineParser);
        return builder.Build();
    }

    private static IEnumerable<Piece> Parsed(string source)
    {
        // A bracket decides nothing about blocks but link definitions, which Markdig collects in quadratic time.
        var starts = Markdown.Parse(source.Replace('[', 'x'), Blocks)
            .Select(block => (Block: block, Start: LineStart(source, block.Span.Start)))
            .OrderBy(block => block.Start)
            .ToArray();
        if (starts.Length == 0 || starts[0].Start > 0)
        {
            var lead = source[..(starts.Length == 0 ? source.Length : starts[0].Start)];
            if (!string.IsNullOrWhiteSpace(lead))
                yield return new Piece(PieceKind.Text, Trimmed(lead));
        }
        var settings = FrontMatter.LengthIn(source);
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1].Start : source.Length;
            var (block, start) = starts[i];
            foreach (var piece in PiecesOf(block, source, start, Math.Max(start, end)))
                yield return start < settings ? piece with { Kind = PieceKind.FrontMatter } : piece;
        }
    }

    // What Markdig leaves between a heading and the next block is text of its own.
    private static IEnumerable<Piece> PiecesOf(Block block, string source, int start, int end)
    {
        if (block is HeadingBlock heading)
        {
            var headingEnd = Math.Clamp(heading.Span.End + 1, start, end);
            yield return new Piece(PieceKind.Heading, Trimmed(source[start..headingEnd]), heading.Level);
            start = headingEnd;
        }
        var text = Trimmed(source[start..end]);
        var table = block is ParagraphBlock ? MarkdownTable.StartIn(text) : -1;
        if (table > 0)
            yield return new Piece(PieceKind.Text, text[..table].TrimEnd());
        if (text.Length > 0)
            yield return table < 0 ? new Piece(KindOf(block), text) : new Piece(PieceKind.Table, text[table..]);
    }

    private static PieceKind KindOf(Block block) => block switch
    {
        ListBlock => PieceKind.List,
        FencedCodeBlock => PieceKind.Code,
        ParagraphBlock or HeadingBlock => PieceKind.Text,
        _ => PieceKind.Other,
    };

    private static int LineStart(string source, int position) =>
        position <= 0 ? 0 : source.LastIndexOf('\n', Math.Min(position, source.Length) - 1) + 1;

    // The first line keeps its indentation: it is what makes it code, or an item of its list.
    internal static string Trimmed(string text)
    {
        text = text.TrimEnd();
        var start = 0;
        for (var at = 0; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            if (text[at] == '\n')
                start = at + 1;
        return text[start..];
    }

    private static bool IsTooDeep(string source)
    {
        foreach (var line in source.AsSpan().EnumerateLines())
            if (NestingOf(line) > MaxNesting)
                return true;
        return false;
    }

    private static int NestingOf(ReadOnlySpan<char> line)
    {
        var (markers, at) = (0, 0);
        for (; at < line.Length && " \t>-+*.)0123456789".Contains(line[at]); at++)
            if (line[at] == '>' || (line[at] is '-' or '+' or '*' or '.' or ')' && at + 1 < line.Length && line[at + 1] is ' ' or '\t'))
                markers++;
        var indent = line.Length - line.TrimStart().Length;
        return indent > MaxIndent ? MaxNesting + 1 : markers;
    }
}
