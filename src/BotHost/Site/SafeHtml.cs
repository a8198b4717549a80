using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Wenlu.BotHost.Site;

/// <summary>
/// The last word on HTML that was made from Markdown, whoever wrote it: what our pages use comes through, by element and by
/// attribute, and nothing else. The renderer before it lets no raw HTML in; this does not rely on it.
/// </summary>
internal static partial class SafeHtml
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = [],
        ["br"] = [],
        ["hr"] = [],
        ["blockquote"] = [],
        ["strong"] = [],
        ["em"] = [],
        ["del"] = [],
        ["mark"] = [],
        ["h1"] = ["id"],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = ["id"],
        ["h6"] = ["id"],
        ["ul"] = ["class"],
        ["ol"] = ["start"],
        ["li"] = ["class"],
        ["input"] = ["type", "checked", "disabled"],
        ["pre"] = ["tabindex"],
        ["code"] = ["class"],
        ["table"] = ["tabindex"],
        ["thead"] = [],
        ["tbody"] = [],
        ["tr"] = [],
        ["th"] = ["class"],
        ["td"] = ["class"],
        ["a"] = ["href", "title", "class"],
        ["span"] = ["class"],
        ["img"] = ["src", "alt", "title"],
    };

    private static readonly HtmlSanitizer Texts = Build(withImages: false);

    private static readonly HtmlSanitizer Documents = Build(withImages: true);

    /// <summary>An answer or a passage.</summary>
    public static string Text(string html) => Texts.Sanitize(html);

    /// <summary>A document on a page of its own, with its pictures.</summary>
    public static string Document(string html) => Documents.Sanitize(html);

    private static HtmlSanitizer Build(bool withImages)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Allowed.Keys.Where(tag => withImages || tag != "img").ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Allowed.Values.SelectMany(names => names).ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.PostProcessNode += (_, processed) => Tidy(processed.Node as IElement);
        return sanitizer;
    }

    /// <summary>The sanitizer's own list of attributes is the same for every element; ours is not.</summary>
    private static void Tidy(IElement? element)
    {
        if (element is null)
            return;
        foreach (var attribute in element.Attributes.Where(attribute => !IsAllowed(element, attribute)).ToList())
            element.RemoveAttribute(attribute.Name);
        if (element is IHtmlAnchorElement && IsOutside(element.GetAttribute("href")))
            element.SetAttribute("rel", "noopener nofollow");
        if (element is IHtmlInputElement { Type: not "checkbox" } || (element is IHtmlImageElement && !element.HasAttribute("src")))
            element.Remove();
    }

    private static bool IsAllowed(IElement element, IAttr attribute) =>
        Allowed.GetValueOrDefault(element.LocalName, []).Contains(attribute.Name) && attribute.Name switch
        {
            "class" => Classes().IsMatch(attribute.Value),
            "src" => attribute.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
            "tabindex" => attribute.Value == "0",
            _ => true,
        };

    /// <summary>Two slashes lead as far away as a scheme does.</summary>
    private static bool IsOutside(string? address) => address is not null && Outside().IsMatch(address);

    [GeneratedRegex(@"\A(?:citation|left|center|right|task-list-item|contains-task-list|language-[A-Za-z0-9+#._-]{1,40})\z")]
    private static partial Regex Classes();

    [GeneratedRegex(@"\A(?:https?:|[/\\]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
