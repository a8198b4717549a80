using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Answers.Markup;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Site;

/// <summary>Markdown to HTML for pages: no raw HTML, no scripts in addresses, the same heading anchors as in references.</summary>
internal static partial class SiteMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().DisableHtml().Build();

    public static string Document(string markdown)
    {
        var document = Parse(markdown);
        var anchors = new HeadingAnchors();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = Anchor(heading, anchors);
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>An answer, with its citations linked to the references below it.</summary>
    public static string Answer(string markdown, IReadOnlyList<Reference> references) =>
        CodeOrCitation().Replace(Parse(markdown).ToHtml(Pipeline), match => Citation(match, references));

    private static string Anchor(HeadingBlock heading, HeadingAnchors anchors)
    {
        var text = string.Concat(heading.Inline?.Descendants().Select(Text) ?? []);
        return ExplicitId().Match(text) is { Success: true } match
            ? anchors.Next(text[..match.Index], match.Groups["id"].Value)
            : anchors.Next(text);
    }

    private static string Text(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => string.Empty,
    };

    private static string Citation(Match match, IReadOnlyList<Reference> references)
    {
        var number = match.Groups["number"];
        return number.Success && references.Any(reference => reference.Number == int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))
            ? $"<a class=\"citation\" href=\"#reference-{number.Value}\">{number.Value}</a>"
            : match.Value;
    }

    private static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is null || !SafeUrl.IsSafe(link.Url)))
        {
            link.Url = string.Empty;
        }

        return document;
    }

    /// <summary>Code first, so that an index in it is no citation.</summary>
    [GeneratedRegex(@"<code[\s\S]*?</code>|<pre[\s\S]*?</pre>|\[(?<number>[0-9]{1,2})\]")]
    private static partial Regex CodeOrCitation();

    [GeneratedRegex(@"\s*\{#(?<id>[^\s}]+)\}\s*$")]
    private static partial Regex ExplicitId();
}
