using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Answers;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Site;

/// <summary>Markdown to HTML for pages: no raw HTML, no scripts in addresses, no inline style, the anchors that references name; sanitised at the end.</summary>
internal static partial class SiteMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .DisableHtml().Build();

    /// <summary>A whole document below its title, which a first heading need not repeat.</summary>
    public static string Document(string title, string markdown) => SafeHtml.Document(Render(markdown, withImages: true, document =>
    {
        var (headings, taken) = (document.OfType<HeadingBlock>().ToList(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (heading, anchor) in headings.Zip(DocumentAnchors.Of(markdown)))
        {
            heading.GetAttributes().Id = taken.Add(anchor) ? anchor : null;
            WithoutExplicitId(heading);
        }

        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } first && string.Equals(Text(first), title.Trim(), StringComparison.OrdinalIgnoreCase))
            document.Remove(first);
    }));

    public static string Passage(string markdown) => SafeHtml.Text(Text(markdown));

    /// <summary>A passage with the sentences marked that these claims rest on.</summary>
    public static string Passage(string markdown, IReadOnlyList<string> claims) =>
        SafeHtml.Text(Render(markdown, withImages: false, document => CitedSentence.Mark(document, claims)));

    /// <summary>The headings of a document below its title, to lead to from a table of contents.</summary>
    public static IReadOnlyList<TocEntry> Contents(string title, string markdown)
    {
        try
        {
            var headings = Markdown.Parse(markdown, Pipeline).OfType<HeadingBlock>().ToList();
            foreach (var heading in headings)
                WithoutExplicitId(heading);
            return [.. headings.Zip(DocumentAnchors.Of(markdown), (heading, anchor) => new TocEntry(heading.Level, Text(heading), anchor))
                .Where(entry => entry.Text.Length > 0 && !string.Equals(entry.Text, title.Trim(), StringComparison.OrdinalIgnoreCase))];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>An answer that is still being written: its citations have been checked, their references come at its end.</summary>
    public static string Draft(string markdown) =>
        SafeHtml.Text(CodeOrCitation().Replace(Text(markdown), match => match.Groups["number"].Success ? $"<span class=\"citation\">{match.Groups["number"].Value}</span>" : match.Value));

    /// <summary>An answer, with its citations linked to the references below it.</summary>
    /// <param name="markdown">With citations.</param>
    /// <param name="references">Those of this answer; what cites another number is left as it is.</param>
    /// <param name="turn">Keeps the answers of one page apart.</param>
    public static string Answer(string markdown, IReadOnlyList<Reference> references, int turn = 1) =>
        SafeHtml.Text(CodeOrCitation().Replace(Text(markdown), match => Citation(match, references, turn)));

    public static string ReferenceId(int turn, int number) => string.Create(CultureInfo.InvariantCulture, $"reference-{turn}-{number}");

    private static string Citation(Match match, IReadOnlyList<Reference> references, int turn) =>
        int.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)
        && references.FirstOrDefault(reference => reference.Number == number) is { } cited
            ? $"<a class=\"citation\" href=\"#{ReferenceId(turn, number)}\" title=\"{WebUtility.HtmlEncode(cited.Title)}\">{number}</a>"
            : match.Value;

    private static string Text(string markdown) => Render(markdown, withImages: false, _ => { });

    /// <summary>Nested deeper than anybody reads, a text is shown as it was written.</summary>
    private static string Render(string markdown, bool withImages, Action<MarkdownDocument> prepare)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            prepare(document);
            Defused.Make(document, withImages);
            // What scrolls sideways can be reached, and so scrolled, without a pointer.
            return document.ToHtml(Pipeline).Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>";
        }
    }

    private static void WithoutExplicitId(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is LiteralInline last && ExplicitId().Match(last.Content.ToString()) is { Success: true } id)
            last.Content = new StringSlice(last.Content.ToString()[..id.Index]);
    }

    private static string Text(HeadingBlock heading) => string.Concat(heading.Inline?.Descendants().Select(Text) ?? []).Trim();

    private static string Text(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => string.Empty,
    };

    /// <summary>Code, attributes and the words of links first, so that a number in them is no citation.</summary>
    [GeneratedRegex(@"<pre[\s\S]*?</pre>|<code[\s\S]*?</code>|<a [\s\S]*?</a>|<[^>]*>|\[(?<number>[0-9]{1,2})\]")]
    private static partial Regex CodeOrCitation();

    [GeneratedRegex(@"\s*\{#[^\s{}]{1,100}\}\s*$")]
    private static partial Regex ExplicitId();
}

/// <summary>A heading to lead to.</summary>
public sealed record TocEntry(int Level, string Text, string Anchor);
