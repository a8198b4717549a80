using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>What a browser makes of HTML that came from somebody else, and what of that it must not contain.</summary>
internal static partial class HarmlessHtml
{
    private static readonly string[] Elements =
        ["a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "mark", "ol", "p", "pre", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"];

    private static readonly string[] Attributes = ["alt", "checked", "class", "disabled", "href", "id", "rel", "src", "start", "tabindex", "title", "type"];

    public static IElement Parse(string html) => new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>").Body!;

    public static void ShouldBeHarmless(this string html)
    {
        var body = Parse(html);
        Faults(body).ShouldBeEmpty(html);
        // What is read another way the second time is how a text mutates into a script.
        Parse(body.InnerHtml).InnerHtml.ShouldBe(body.InnerHtml);
    }

    private static IEnumerable<string> Faults(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
                yield return "element " + element.LocalName;
            foreach (var attribute in element.Attributes.Where(attribute => !Attributes.Contains(attribute.Name) || attribute.Prefix is not null))
                yield return "attribute " + attribute.Name;
            if (element.GetAttribute("href") is { Length: > 0 } link && !LeadsToAPage(link))
                yield return "link " + link;
            if (element.GetAttribute("src") is { } picture && !picture.StartsWith("https://", StringComparison.Ordinal))
                yield return "picture " + picture;
            if (element.LocalName == "input" && element.GetAttribute("type") != "checkbox")
                yield return "input";
        }
    }

    /// <summary>As browsers read an address: without the control characters and spaces in front of and within its scheme.</summary>
    private static bool LeadsToAPage(string link)
    {
        var scheme = Scheme().Match(string.Concat(link.Where(character => character > ' ')));
        return !scheme.Success || scheme.Value.ToUpperInvariant() is "HTTP:" or "HTTPS:" or "MAILTO:";
    }

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();
}
