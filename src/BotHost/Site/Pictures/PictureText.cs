using System.Globalization;
using System.Text;

namespace Wenlu.BotHost.Site.Pictures;

/// <summary>Cuts a text into lines: between words, between ideographs, never before a sign that closes or after one that opens.</summary>
internal static class PictureText
{
    private const string Closing = "，。、；：？！）》」』】〉”’…,.;:?!)]}%";
    private const string Opening = "（《「『【〈“‘([{";

    /// <summary>Without what a font for texts does not draw: pictographs, control characters and marks that only format.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(' ');
            else if (IsDrawn(rune))
                clean.Append(rune);
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <param name="text">Clean.</param>
    /// <param name="fits">Whether a line is short enough.</param>
    public static IReadOnlyList<string> Wrap(string text, Func<string, bool> fits)
    {
        var (lines, line) = (new List<string>(), string.Empty);
        foreach (var part in Parts(text).SelectMany(part => fits(part.Trim()) ? [part] : Graphemes(part)))
        {
            if (line.Length > 0 && !fits((line + part).TrimEnd()))
            {
                lines.Add(line.TrimEnd());
                line = string.Empty;
            }

            line += line.Length == 0 ? part.TrimStart() : part;
        }

        return line.Length == 0 ? lines : [.. lines, line.TrimEnd()];
    }

    /// <summary>The last line that there is room for, with a sign that there was more.</summary>
    public static string Shorten(string line, Func<string, bool> fits)
    {
        var shown = Graphemes(line).ToList();
        while (shown.Count > 0 && !fits(string.Concat(shown).TrimEnd() + "…"))
            shown.RemoveAt(shown.Count - 1);
        return string.Concat(shown).TrimEnd() + "…";
    }

    /// <summary>What stays together on a line; together they are the text.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var part = string.Empty;
        foreach (var grapheme in Graphemes(text))
        {
            if (part.Length > 0 && MayBreak(part, grapheme))
            {
                yield return part;
                part = string.Empty;
            }

            part += grapheme;
        }

        if (part.Length > 0)
            yield return part;
    }

    private static bool MayBreak(string before, string next) =>
        !Closing.Contains(next, StringComparison.Ordinal) && next != " " && !Opening.Contains(before[^1])
        && (before[^1] == ' ' || IsIdeographic(next) || IsIdeographic(before[^1..]));

    private static bool IsIdeographic(string text) => text[0] >= '\u2E80';

    private static bool IsDrawn(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ModifierSymbol)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static IEnumerable<string> Graphemes(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
