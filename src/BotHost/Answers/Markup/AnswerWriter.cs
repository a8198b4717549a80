namespace Wenlu.BotHost.Answers.Markup;

/// <summary>
/// Turns what a model writes, piece by piece, into Markdown that may be shown at every moment: citations checked and
/// renumbered, links only to sources, no HTML, no mentions, no images. What cannot be judged yet is held back, never longer
/// than the longest link. However the text is cut into pieces, the result is the same.
/// </summary>
internal sealed class AnswerWriter(CitationLedger citations, SourceLinks links)
{
    private const int LongestCodeSpan = 400;
    private const int LongestFenceInfo = 100;
    private const int LongestWord = 64;
    private const int LongestUrl = 2000;
    private const int LongestRun = 200;
    private const int LongestBreak = 8;

    private readonly SafeOutput output = new();
    private readonly BlockState block = new();
    private string pending = "";
    private string half = "";
    private int at;
    private bool final;

    public string Markdown => output.ToString();

    public int Length => output.Length;

    public void Append(string text)
    {
        // Half a character is never shown.
        var whole = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
        pending += half + text[..whole];
        half = text[whole..];
        Drain();
    }

    public void Complete()
    {
        final = true;
        pending += half;
        Drain();
        if (block.Fence.Length > 0)
            CloseFence();
    }

    private ReadOnlySpan<char> Rest => pending.AsSpan(at);

    private void Drain()
    {
        while (at < pending.Length && Step())
        {
        }

        pending = pending[at..];
        at = 0;
    }

    /// <summary>Consumes something and says so, or waits for more.</summary>
    private bool Step() =>
        block.Fence.Length > 0 ? CodeLine()
        : block.AtLineStart && TryLineStart(out var advanced) ? advanced
        : Inline(Rest[0]);

    private bool Inline(char character) => character switch
    {
        '\n' => NewLine(),
        '`' => CodeSpan(),
        '\\' => Escape(),
        '<' => Tag(),
        '!' => Exclamation(),
        '[' => Bracket(),
        '【' or '［' => WideBracket(),
        _ when char.IsAsciiLetterOrDigit(character) => Word(),
        _ => Plain(1),
    };

    private bool Plain(int length)
    {
        block.Text();
        output.Text(Rest[..length]);
        at += length;
        return true;
    }

    private bool Literal(int length)
    {
        block.Text();
        foreach (var character in Rest[..length])
            output.Literal(character);
        at += length;
        return true;
    }

    private bool NewLine()
    {
        output.Text('\n');
        block.NewLine();
        at++;
        return true;
    }

    // ---- the start of a line: indentation, quotes, lists, code blocks

    /// <summary>False when the line starts with ordinary text.</summary>
    private bool TryLineStart(out bool advanced)
    {
        advanced = true;
        switch (Rest[0])
        {
            case ' ' or '\t':
                block.Indent(Rest[0]);
                return Emit(1);
            case '>':
                block.Quote();
                return Emit(1);
            case '`' or '~':
                return TryFence(out advanced);
            case '-' or '*' or '+' or (>= '0' and <= '9'):
                return TryListMarker(out advanced);
            default:
                return false;
        }
    }

    private bool Emit(int length)
    {
        output.Text(Rest[..length]);
        at += length;
        return true;
    }

    private bool TryListMarker(out bool advanced)
    {
        advanced = true;
        var width = MarkerWidth(Rest);
        if (width > 0 && Rest.Length < width + 2 && !final)
            return !(advanced = false);
        if (!IsMarker(width))
            return false;
        block.ListMarker(width + 1, ordered: width > 1);
        return Emit(width + 1);
    }

    // With nothing after it, a dash underlines a heading.
    private bool IsMarker(int width) =>
        width > 0 && Rest.Length > width + 1 && Rest[width] is (' ' or '\t') && Rest[width + 1] != '\n' && block.CanStartItem(Rest[..width]);

    private static int MarkerWidth(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            return line.Length <= 9 ? line.Length : 0;
        return digits == 0 ? 1 : digits <= 9 && line[digits] is '.' or ')' ? digits + 1 : 0;
    }

    private bool TryFence(out bool advanced)
    {
        advanced = true;
        var run = RunLength(Rest);
        if (run == Rest.Length && !final)
            return !(advanced = false);
        if (run < 3 || block.InQuote || !block.CanOpenBlock())
            return false;
        var line = Rest[run..];
        var end = line.IndexOf('\n');
        if (end < 0 && !final && line.Length <= LongestFenceInfo && !(Rest[0] == '`' && line.Contains('`')))
            return !(advanced = false);
        return IsFenceInfo(end < 0 ? line : line[..end]) && OpenFence(run);
    }

    private bool IsFenceInfo(ReadOnlySpan<char> info) => info.Length <= LongestFenceInfo && !(Rest[0] == '`' && info.Contains('`'));

    private bool OpenFence(int run)
    {
        block.OpenFence(Rest[..run].ToString());
        output.Code(Rest[..run]);
        at += run;
        return true;
    }

    // ---- inside a code block

    private bool CodeLine()
    {
        if (block.AtLineStart)
            return CodeLineStart();
        var end = Rest.IndexOf('\n');
        output.Code(end < 0 ? Rest : Rest[..(end + 1)]);
        at += end < 0 ? Rest.Length : end + 1;
        if (end >= 0)
            block.NewLine();
        return true;
    }

    // The first characters of a line tell whether it is still code.
    private bool CodeLineStart()
    {
        var end = Rest.IndexOf('\n');
        var line = end < 0 ? Rest : Rest[..end];
        var indent = line.Length - line.TrimStart(" \t").Length;
        if (indent == line.Length)
            return end >= 0 ? CodeText(end + 1) : final || line.Length > LongestRun ? CodeText(line.Length) : false;
        if (block.LeavesFence(indent))
            return LeaveFence();
        if (end < 0 && !final && line.Length < LongestRun && CouldClose(line))
            return false;
        return block.ClosesFence(line) ? EndFence(line.Length) : CodeText(0);
    }

    private bool CouldClose(ReadOnlySpan<char> line) => line.Trim(" \t\r").TrimStart(block.Fence[0]).IsEmpty;

    private bool CodeText(int length)
    {
        output.Code(Rest[..length]);
        at += length;
        if (length > 0 && pending[at - 1] == '\n')
            block.NewLine();
        else
            block.Code();
        return true;
    }

    private bool LeaveFence()
    {
        block.CloseFence();
        return true;
    }

    private bool EndFence(int length)
    {
        output.Code(Rest[..length]);
        at += length;
        block.CloseFence();
        block.Code();
        return true;
    }

    // What follows the answer must not become part of its last code block.
    private void CloseFence()
    {
        if (!block.AtLineStart)
            output.Text('\n');
        output.Code(new string(' ', block.FenceColumn) + block.Fence);
        block.CloseFence();
    }

    // ---- inside a line

    private bool CodeSpan()
    {
        var run = RunLength(Rest);
        if (run == Rest.Length && !final)
            return false;
        var end = SpanEnd(Rest, run, out var decided);
        if (end < 0 && !decided && !final)
            return false;
        return end < 0 ? Literal(run) : Span(end);
    }

    private bool Span(int length)
    {
        block.Text();
        output.Code(Rest[..length]);
        at += length;
        return true;
    }

    /// <summary>The end of a code span that closes on its line; one that does not is no code, and is written so that nobody takes it for any.</summary>
    private int SpanEnd(ReadOnlySpan<char> text, int run, out bool decided)
    {
        decided = false;
        for (var position = run; position < text.Length && !decided; position++)
        {
            decided = text[position] == '\n' || position > LongestCodeSpan;
            if (decided || text[position] != '`')
                continue;
            var length = RunLength(text[position..]);
            if (position + length == text.Length && !final)
                return -1;
            if (length == run)
                return position + length;
            position += length - 1;
        }

        return -1;
    }

    private static int RunLength(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(text[0]) is >= 0 and var end ? end : text.Length;

    private bool Escape()
    {
        if (Rest.Length == 1)
            return final && Literal(1);
        if (!char.IsPunctuation(Rest[1]) && !char.IsSymbol(Rest[1]))
            return Plain(1);
        at++;
        // An escaped bracket is often an escaped citation; as a bracket it is judged like any other.
        return Rest[0] == '[' || Literal(1);
    }

    private bool Tag()
    {
        const string lineBreak = "<br";
        var length = Math.Min(Rest.Length, lineBreak.Length);
        if (!Rest[..length].Equals(lineBreak.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
            return Literal(1);
        var end = Rest[..Math.Min(Rest.Length, LongestBreak)].IndexOf('>');
        if (end < 0 && Rest.Length < LongestBreak && !final)
            return false;
        return end >= lineBreak.Length && Rest[lineBreak.Length..end].Trim(" /").IsEmpty ? Replace(end + 1, " ") : Literal(1);
    }

    private bool Exclamation()
    {
        if (Rest.Length == 1 && !final)
            return false;
        if (Rest.Length == 1 || Rest[1] != '[')
            return Plain(1);
        var reading = InlineLink.Read(Rest[1..], final, out var image);
        if (reading == Reading.NotYet)
            return false;
        return reading == Reading.Yes && image.Target is not null ? Unlink(image.Length + 1, image.Label) : Literal(1);
    }

    private bool Bracket()
    {
        var marker = CitationMarker.Read(Rest, out var length, out var passages);
        if (marker == Reading.NotYet && !final)
            return false;
        if (marker == Reading.Yes && length == Rest.Length && !final)
            return false;
        var reading = InlineLink.Read(Rest, final, out var link);
        var isCitation = marker == Reading.Yes && (length == Rest.Length || Rest[length] != '(' || (reading == Reading.Yes && link.Target is null));
        if (isCitation)
            return Cite(length, passages);
        return reading switch
        {
            Reading.NotYet => false,
            Reading.Yes when link.Target is not null => Link(link),
            Reading.Yes when link.Label.Any(character => !char.IsDigit(character)) => Plain(1),
            _ => Literal(1),
        };
    }

    private bool WideBracket()
    {
        var marker = CitationMarker.Read(Rest, out var length, out var passages);
        if (marker == Reading.NotYet && !final)
            return false;
        return marker == Reading.Yes ? Cite(length, passages) : Plain(1);
    }

    private bool Cite(int length, IReadOnlyList<int> passages)
    {
        block.Text();
        output.Citation(citations.Cite(passages));
        at += length;
        return true;
    }

    private bool Link(InlineLink link)
    {
        if (links.Allow(link.Target!) is not { } url)
            return Unlink(link.Length, link.Label);
        block.Text();
        output.Link(PlainLabel(link.Label), url);
        at += link.Length;
        return true;
    }

    private static string PlainLabel(string label) =>
        string.Concat(label.Where(character => character is not ('[' or ']' or '<' or '>' or '`' or '\\' or '!' or '\n')));

    /// <summary>The label stays and is read like any other text.</summary>
    private bool Unlink(int length, string label)
    {
        if (label.Length == 0)
            output.Gap();
        return Replace(length, label);
    }

    private bool Replace(int length, string text)
    {
        block.Text();
        pending = text + pending[(at + length)..];
        at = 0;
        return true;
    }

    private bool Word()
    {
        var length = Rest.IndexOfAnyExcept(WordCharacters);
        if (length < 0 && Rest.Length < LongestWord + 3 && !final)
            return false;
        length = length < 0 || length > LongestWord ? Math.Min(Rest.Length, LongestWord) : length;
        var after = Rest[length..];
        if (after.Length < 3 && "://".AsSpan().StartsWith(after) && !final)
            return false;
        var isUrl = after.StartsWith("://") || Rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return isUrl ? Url() : Plain(length);
    }

    private bool Url()
    {
        var length = Rest.IndexOfAnyExcept(UrlCharacters);
        if (length < 0 && Rest.Length < LongestUrl && !final)
            return false;
        var url = WithoutPunctuation(Rest[..Math.Min(length < 0 ? Rest.Length : length, LongestUrl)]).ToString();
        block.Text();
        WriteUrl(url);
        at += url.Length;
        return true;
    }

    // An address that a passage shows stays readable; one that nobody wrote is not passed on.
    private void WriteUrl(string url)
    {
        if (links.Allow(url) is { } source)
            output.Link(source, source);
        else if (links.Mentions(url))
            output.Code($"`{url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..]}`");
        else
            output.Text('…');
    }

    private static ReadOnlySpan<char> WithoutPunctuation(ReadOnlySpan<char> url)
    {
        url = url.TrimEnd(".,;:!?'*_~");
        while (url.EndsWith(")") && url.Count(')') > url.Count('('))
            url = url[..^1].TrimEnd(".,;:!?'*_~");
        return url;
    }

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");

    private static readonly System.Buffers.SearchValues<char> UrlCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");
}
