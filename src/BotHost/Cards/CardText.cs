using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards;

/// <summary>Strings made safe for their place in a card's Markdown.</summary>
internal static partial class CardText
{
    private const char WordJoiner = '\u2060';
    private const int MaxLink = 500;
    private const string Special = "*~<>[]()#:+-!_`\\$/\"'|";

    /// <summary>Shows a string literally, with the entities the platform documents for its special characters.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = Special.Contains(character, StringComparison.Ordinal) ? escaped.Append("&#").Append((int)character).Append(';')
                : character == '&' ? escaped.Append("&#38;")
                : escaped.Append(char.IsControl(character) ? ' ' : character);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// For places that show every character as it is, though not every client can be trusted with that: nothing in it is a tag, and above
    /// all no mention.
    /// </summary>
    public static string WithoutTags(string text) => TagStart().Replace(text, $"<{WordJoiner}");

    /// <summary>The beginning of a Markdown text as plain text on one line: without its markup, with characters for its entities.</summary>
    public static string Excerpt(string markdown, int maxCharacters)
    {
        var plain = WebUtility.HtmlDecode(Markup().Replace(Links().Replace(markdown, "$1"), string.Empty));
        return Shorten(WhiteSpace().Replace(plain, " ").Trim(), maxCharacters);
    }

    /// <summary>A text of any origin on one line, for a place that shows every character as it is.</summary>
    public static string Label(string text, int maxCharacters) => Shorten(WhiteSpace().Replace(text, " ").Trim(), maxCharacters);

    public static string Shorten(string text, int maxCharacters) => text.Length <= maxCharacters ? text : Cut(text, maxCharacters) + "…";

    /// <summary>Only an address that a click can open; anything else is no link in a card, nor what would fill it.</summary>
    public static bool IsLink([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? url) =>
        url?.Length <= MaxLink && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    /// <summary>A link's target, without the characters that would end it early.</summary>
    public static string Target(string url) => new StringBuilder(url)
        .Replace("(", "%28").Replace(")", "%29").Replace(" ", "%20").Replace("'", "%27").Replace("\"", "%22").Replace("<", "%3C").Replace(">", "%3E").Replace("|", "%7C").ToString();

    /// <summary>Never between the halves of a surrogate pair.</summary>
    public static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex("<(?=[A-Za-z/])")]
    private static partial Regex TagStart();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+|[*`~]+|^\s*\|?[\s:|-]+\|\s*$|<[^>]*>", RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex WhiteSpace();
}
