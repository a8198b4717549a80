using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>How a passage begins, as one line of plain text. Of a table or a program two lines say nothing, so prose goes first.</summary>
internal static partial class PassageBeginning
{
    /// <summary>About what three lines of a card hold.</summary>
    private const int Longest = 110;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static string Of(string markdown) => Lead.Of(Prose(markdown) is { Length: > 0 } prose ? prose : CellBorder().Replace(markdown, " "), Longest);

    private static string Prose(string markdown)
    {
        try
        {
            return string.Join("\n\n", Markdown.Parse(markdown, Pipeline).Where(block => block is not (Table or CodeBlock or HeadingBlock))
                .Select(block => markdown.Substring(block.Span.Start, block.Span.Length)));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes.
            return string.Empty;
        }
    }

    [GeneratedRegex(@"\|[\s|:-]*")]
    private static partial Regex CellBorder();
}
