namespace Wenlu.BotHost.Answers.Markup;

/// <summary>
/// Turns what a model writes, piece by piece, into Markdown that may be shown at every moment: citations checked and
/// renumbered, links only to sources, no HTML, no mentions, no images. What cannot be judged yet is held back, never longer
/// than the longest link. However the text is cut into pieces, the result is the same.
/// </summary>
internal sealed partial class AnswerWriter(CitationLedger citations, SourceLinks links)
{
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
        text = text.Replace("\r", "", StringComparison.Ordinal);
        // Half a character is never shown.
        var whole = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
        pending += half + text[..whole];
        half = text[whole..];
        Drain();
    }

    public void Complete()
    {
        final = true;
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
        : block.AtLineStart && LineStart() is not Reading.No and var start ? start == Reading.Yes
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
}
