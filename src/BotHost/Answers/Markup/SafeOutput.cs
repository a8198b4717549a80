using System.Text;

namespace Wenlu.BotHost.Answers.Markup;

/// <summary>What has been written. Only ever appended to, and never in a way that makes something new of what stands before it.</summary>
internal sealed class SafeOutput
{
    private readonly StringBuilder text = new();
    private bool afterGap;

    public int Length => text.Length;

    public override string ToString() => text.ToString();

    public void Citation(string markers)
    {
        if (markers.Length == 0)
        {
            Gap();
            return;
        }

        text.Append(markers);
        afterGap = false;
    }

    /// <summary>Something was left out here; its neighbours must not grow together into an address or a tag.</summary>
    public void Gap() => afterGap = true;

    public void Link(string label, string url)
    {
        // After an exclamation mark a link is an image.
        Separate(EndsWith('!'));
        text.Append('[').Append(label).Append("](").Append(url).Append(')');
    }

    public void Text(char character)
    {
        // "](" would make a link and "]:" the definition of one, whatever stands before.
        Separate((character is ('(' or ':') && EndsWith(']')) || (afterGap && CouldJoin(character)));
        if (character == '/' && EndsWith(':'))
            text.Append("&#47;");
        else
            text.Append(character);
    }

    public void Text(ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
            Text(character);
    }

    /// <summary>A character that Markdown would take for the start of something.</summary>
    public void Literal(char character)
    {
        Separate(false);
        text.Append("&#").Append((int)character).Append(';');
    }

    /// <summary>Code is shown as it is, but no client may find a mention in it.</summary>
    public void Code(ReadOnlySpan<char> code)
    {
        Separate(afterGap && !code.IsEmpty && CouldJoin(code[0]));
        foreach (var character in code)
        {
            if (character is ('t' or 'T') && text.Length > 1 && text[^1] is ('a' or 'A') && text[^2] == '<')
                text.Append(WordJoiner);
            text.Append(character);
        }
    }

    private const char WordJoiner = '\u2060';

    private void Separate(bool needed)
    {
        if (needed)
            text.Append(' ');
        afterGap = false;
    }

    private bool EndsWith(char character) => text.Length > 0 && text[^1] == character;

    private bool CouldJoin(char next) => text.Length > 0 && IsWordLike(text[^1]) && IsWordLike(next);

    private static bool IsWordLike(char character) => char.IsAsciiLetterOrDigit(character) || character is ':' or '/' or '.' or '@' or '`';
}
