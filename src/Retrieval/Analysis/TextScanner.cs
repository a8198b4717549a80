using System.Globalization;
using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>A stretch of text that is analysed in one way.</summary>
/// <param name="Text">As in the folded text, letter case kept.</param>
/// <param name="Ideographic">A run written without spaces (Han, kana, Hangul); otherwise a word, number, code or path.</param>
internal readonly record struct Lexeme(string Text, bool Ideographic);

/// <summary>Cuts folded text into ideographic runs and words; everything else separates.</summary>
internal static class TextScanner
{
    public static IEnumerable<Lexeme> Scan(string folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            var kind = KindAt(folded, at, out var length);
            if (kind == Kind.Separator)
            {
                at += length;
                continue;
            }
            var end = kind == Kind.Ideograph ? EndOfRun(folded, at) : EndOfWord(folded, at);
            yield return new Lexeme(folded[at..end], kind == Kind.Ideograph);
            at = end;
        }
    }

    /// <summary>Whether a term was cut from an ideographic run.</summary>
    public static bool IsIdeographic(string term) => term.Length > 0 && KindAt(term, 0, out _) == Kind.Ideograph;

    private enum Kind { Separator, Ideograph, Word }

    private static int EndOfRun(string text, int at)
    {
        while (at < text.Length && KindAt(text, at, out var length) == Kind.Ideograph)
            at += length;
        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (KindAt(text, at, out var length) == Kind.Word)
                at += length;
            else if (Joins(text, at) || SeparatesThousands(text, at))
                at++;
            else
                break;
        }
        // C++, C#, F#: the signs belong to the name.
        while (at < text.Length && text[at] is '+' or '#')
            at++;
        return at;
    }

    // A sign between two word characters keeps v1.2.3, snake_case, e-mail addresses and paths together.
    private static bool Joins(string text, int at) =>
        text[at] is '.' or '_' or '-' or '/' or ':' or '@' or '\'' or '\\'
        && at + 1 < text.Length && KindAt(text, at + 1, out _) == Kind.Word;

    // One to three digits before the comma, exactly three after it; 80,443 may be a list, so its parts stay terms.
    private static bool SeparatesThousands(string text, int at) =>
        text[at] == ',' && DigitsBefore(text, at) is >= 1 and <= 3 && DigitsFrom(text, at + 1) == 3;

    private static int DigitsFrom(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end]))
            end++;
        return end - at;
    }

    private static int DigitsBefore(string text, int at)
    {
        var first = at;
        while (first > 0 && at - first < 4 && char.IsAsciiDigit(text[first - 1]))
            first--;
        return at - first;
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        var character = text[at];
        length = 1;
        if (char.IsAscii(character))
            return char.IsAsciiLetterOrDigit(character) ? Kind.Word : Kind.Separator;
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return Kind.Separator;
        length = rune.Utf16SequenceLength;
        if (IsIdeograph(rune.Value))
            return Kind.Ideograph;
        return IsWord(Rune.GetUnicodeCategory(rune)) ? Kind.Word : Kind.Separator;
    }

    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    private static bool IsIdeograph(int value) => value
        is >= 0x4E00 and <= 0x9FFF     // Han
        or >= 0x3400 and <= 0x4DBF     // Han, extension A
        or >= 0x3040 and <= 0x30FF     // kana
        or >= 0xAC00 and <= 0xD7A3     // Hangul
        or >= 0x20000 and <= 0x3FFFF   // Han, later extensions
        or 0x3005 or 0x3007 or (>= 0xF900 and <= 0xFAFF);
}
