using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// An answer's Markdown as a card can show it: no tags but our own, no pictures, no links but those a click can open, citations as
/// badges that open the source, and not too many tables. One thing the platform does not take would cost the whole card.
/// </summary>
internal static partial class CardMarkdown
{
    /// <summary>The platform refuses a card with more; what stands in a code block is not counted.</summary>
    private const int MaxTables = 3;

    private const char WordJoiner = '\u2060';

    public static string Of(string markdown, IReadOnlyList<Reference> references)
    {
        var linked = Outside(markdown, Link(), match => CardText.IsLink(match.Groups["target"].Value) ? match.Value : match.Groups["label"].Value);
        // Before the badges and the entities: what becomes code is shown letter by letter.
        var limited = LimitTables(linked);
        var literal = Outside(limited, TagOrImage(), match => match.Value == "<" ? "&#60;" : "&#33;[");
        var cited = Outside(literal, Citation(), match => Badge(match, references));
        // After the badges: a bracket that was a citation's may become another's label.
        return Outside(cited, LinkTarget(), match => CardText.IsLink(match.Groups["target"].Value) ? match.Value : "]&#40;");
    }

    public static string WithoutCitations(string markdown) => Citation().Replace(markdown, string.Empty);

    /// <summary>Replaces outside of code only. Code is looked for anew each time, since a replacement may have added some.</summary>
    private static string Outside(string markdown, Regex pattern, Func<Match, string> replace)
    {
        var masked = Code().Replace(markdown, code => Blank(code.Value));
        var result = new StringBuilder(markdown.Length + 64);
        var at = 0;
        foreach (Match match in pattern.Matches(masked))
        {
            result.Append(markdown, at, match.Index - at).Append(replace(match));
            at = match.Index + match.Length;
        }

        return result.Append(markdown, at, markdown.Length - at).ToString();
    }

    private static string Blank(string code) => string.Create(code.Length, code, (blank, source) =>
    {
        for (var index = 0; index < blank.Length; index++)
            blank[index] = source[index] == '\n' ? '\n' : ' ';
    });

    private static string Badge(Match match, IReadOnlyList<Reference> references)
    {
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return references.FirstOrDefault(reference => reference.Number == number) is { Url: { } url } && CardText.IsLink(url)
            ? $"<number_tag background_color='grey' font_color='white' url='{CardText.Target(url)}'>{number}</number_tag>"
            : match.Value;
    }

    /// <summary>The tables beyond the limit are shown as they were written, in a block of code.</summary>
    private static string LimitTables(string markdown)
    {
        var tables = 0;
        var masked = Code().Replace(markdown, code => Blank(code.Value));
        var result = new StringBuilder(markdown.Length + 64);
        var at = 0;
        foreach (Match table in Table().Matches(masked))
        {
            tables += TableRule().Count(table.Value);
            if (tables <= MaxTables)
                continue;
            result.Append(markdown, at, table.Index - at).Append("```\n").Append(Literal(markdown.Substring(table.Index, table.Length))).Append("\n```");
            at = table.Index + table.Length;
        }

        return result.Append(markdown, at, markdown.Length - at).ToString();
    }

    /// <summary>
    /// Code shows an entity as it is written, so here are the characters. A backtick stays one, since it could end the code, and no
    /// client may find a mention.
    /// </summary>
    private static string Literal(string text) => Mention().Replace(
        Entity().Replace(text, match => ((char)int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture)).ToString()),
        $"$0{WordJoiner}");

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|\z)|(?<!`)(?<ticks>`+)(?!`)[^\n]*?(?<!`)\k<ticks>(?!`)", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"<|!\[")]
    private static partial Regex TagOrImage();

    /// <summary>A printable character of ASCII but the backtick.</summary>
    [GeneratedRegex(@"&#(?<code>3[3-9]|[4-8][0-9]|9[0-57-9]|1[01][0-9]|12[0-6]);")]
    private static partial Regex Entity();

    [GeneratedRegex("<a(?=t)", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"!?\[(?<label>[^\[\]\n]*)\]\((?<target>[^()\s]*)\)")]
    private static partial Regex Link();

    /// <summary>Every place where a label may end and a target begin: what a label is, is left to the reader of the card.</summary>
    [GeneratedRegex(@"\]\((?=\s*(?<target>[^)\s>]*))")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"\[(?<number>[0-9]{1,2})\](?!\()")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$(?:\n[^\n]*[|-][^\n]*$)*", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<=^[^\n]*\|[^\n]*\n)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex TableRule();
}
