using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards.Markup;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// An answer's Markdown as a card can show it: no tags but our own, no pictures, no links but those a click can open, citations as
/// badges that open the source, and not too many tables. One thing the platform does not take would cost the whole card.
/// </summary>
internal static partial class CardMarkdown
{
    /// <summary>The platform refuses a card with more; what stands in a block of code is not counted.</summary>
    private const int MaxTables = 3;

    private const char WordJoiner = '\u2060';

    public static string Of(string markdown, IReadOnlyList<Reference> references, int maxTables = MaxTables, bool isGrowing = false)
    {
        // Before the blocks are read: what is left of a link may be the start of one.
        var linked = Outside(markdown, Link(), match => CardText.IsLink(match.Groups["target"].Value) ? match.Value : match.Groups["label"].Value);
        var written = BlockWriter.Write(BlockReader.Read(linked), maxTables, isGrowing);
        var literal = Outside(written, Unwanted(), match => string.Concat(match.Value.Select(Entity)));
        var cited = Outside(literal, Citation(), match => Badge(match, references));
        // After the badges: a bracket that was a citation's may become another's label.
        var safe = Outside(cited, LinkTarget(), match => CardText.IsLink(match.Groups["target"].Value) ? match.Value : "]&#40;");
        // A mention is none in code, but not every client can be trusted with that.
        return Code().Replace(safe, code => Mention().Replace(code.Value, $"$0{WordJoiner}"));
    }

    /// <summary>What a person reads of it as one text: neither citations nor their badges.</summary>
    public static string WithoutCitations(string markdown) => Citation().Replace(OwnBadge().Replace(markdown, string.Empty), string.Empty);

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

    private static string Entity(char character) => character == '[' ? "[" : $"&#{(int)character};";

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|\z)|(?<!`)(?<ticks>`+)(?!`)[^\n]*?(?<!`)\k<ticks>(?!`)", RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>A tag, a picture, and more asterisks than the platform reads.</summary>
    [GeneratedRegex(@"<|!\[|\*{4,}")]
    private static partial Regex Unwanted();

    [GeneratedRegex("<a(?=t)", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"!?\[(?<label>[^\[\]\n]*)\]\((?<target>[^()\s]*)\)")]
    private static partial Regex Link();

    /// <summary>Every place where a label may end and a target begin: what a label is, is left to the reader of the card.</summary>
    [GeneratedRegex(@"\]\((?=\s*(?<target>[^)\s>]*))")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"<number_tag [^>]*>[0-9]{1,2}</number_tag>")]
    private static partial Regex OwnBadge();

    [GeneratedRegex(@"\[(?<number>[0-9]{1,2})\](?!\()")]
    private static partial Regex Citation();
}
