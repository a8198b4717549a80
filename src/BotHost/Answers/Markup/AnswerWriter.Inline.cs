namespace Wenlu.BotHost.Answers.Markup;

/// <content>What decides within a line: code, tags, brackets, addresses.</content>
internal sealed partial class AnswerWriter
{
    private const int LongestBreak = 8;

    private bool CodeSpan() => CodeRun.ReadSpan(Rest, final, out var length) switch
    {
        Reading.NotYet => false,
        Reading.Yes => Span(length),
        _ => Literal(CodeRun.LengthOf(Rest)),
    };

    private bool Span(int length)
    {
        block.Text();
        output.Code(Rest[..length]);
        at += length;
        return true;
    }

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
        return reading == Reading.Yes && image.Target is not null ? Link(image, lead: 1) : Literal(1);
    }

    private bool Bracket()
    {
        if (final && IsHalfMarker())
            return Drop();
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
            Reading.Yes when link.Target is not null => Link(link, lead: 0),
            Reading.Yes when !CouldPassForCitation(link.Label) => Plain(1),
            _ => Literal(1),
        };
    }

    // [[9]12] would, once the 9 is gone.
    private static bool CouldPassForCitation(string label) => label.Any(char.IsDigit) && !label.Any(char.IsLetter);

    private bool WideBracket()
    {
        if (final && IsHalfMarker())
            return Drop();
        var marker = CitationMarker.Read(Rest, out var length, out var passages);
        if (marker == Reading.NotYet && !final)
            return false;
        return marker == Reading.Yes ? Cite(length, passages) : Plain(1);
    }

    // The text ended, or was cut, within a citation.
    private bool IsHalfMarker() => CitationMarker.Read(Rest.TrimEnd(), out _, out _) == Reading.NotYet;

    private bool Drop()
    {
        at = pending.Length;
        return true;
    }

    private bool Cite(int length, IReadOnlyList<int> passages)
    {
        var markers = citations.Cite(passages);
        if (markers.Length > 0)
            block.Text();
        output.Citation(markers);
        at += length;
        return true;
    }

    /// <summary>A link with a number for its label is a citation, wherever it leads. Pictures, behind their mark, never stay links.</summary>
    private bool Link(InlineLink link, int lead)
    {
        if (CitationMarker.ReadLabel(link.Label) is { } passages)
            return Cite(lead + link.Length, passages);
        if (lead > 0 || links.Allow(link.Target!) is not { } url)
            return Unlink(lead + link.Length, link.Label);
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
        pending = text + pending[(at + length)..];
        at = 0;
        return true;
    }

    private bool Word() => BareUrl.ReadWord(Rest, final, out var length) switch
    {
        Reading.NotYet => false,
        Reading.Yes => Url(),
        _ => Plain(length),
    };

    private bool Url()
    {
        if (BareUrl.Read(Rest, final, out var url) == Reading.NotYet)
            return false;
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
            output.Code($"`{BareUrl.WithoutScheme(url)}`");
        else
            output.Text('…');
    }
}
