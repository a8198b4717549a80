using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.Retrieval.Chunking;

/// <summary>A heading as a reader sees it, and the id its author gave it.</summary>
internal readonly partial record struct HeadingText(string Text, string? ExplicitId)
{
    // Longer headings are paragraphs with a mark before them; the bounds also keep parsing cheap whatever they hold.
    private const int MaxLength = 200;
    private const int MaxSource = 1000;

    /// <summary>Reads ATX and setext headings.</summary>
    public static HeadingText Parse(string source)
    {
        var line = WithoutOpening(WithoutUnderline(source.Length <= MaxSource ? source : source[..MaxSource]).Trim().ReplaceLineEndings(" "));
        var id = TrailingId().Match(line);
        line = WithoutClosing(id.Success ? line[..id.Index] : line);
        if (line.Length > MaxLength)
            line = line[..MaxLength];
        return new HeadingText(Markdown.ToPlainText($"# {line}").Trim(), id.Success ? id.Groups["id"].Value : null);
    }

    /// <summary>An ATX heading as people read it, where its id is of no use.</summary>
    public static string WithoutId(string source) => TrailingId().Match(source) is { Success: true } id ? source[..id.Index].TrimEnd() : source;

    private static string WithoutUnderline(string source)
    {
        var lastLine = source.LastIndexOf('\n');
        return lastLine > 0 && source.AsSpan(lastLine).Trim().Trim("=-").IsEmpty ? source[..lastLine] : source;
    }

    private static string WithoutOpening(string line)
    {
        var rest = line.TrimStart('#');
        return rest.Length == 0 || char.IsWhiteSpace(rest[0]) ? rest.TrimStart() : line;
    }

    // The sign of C# belongs to its name: only after a space does it close the heading.
    private static string WithoutClosing(string line)
    {
        var rest = line.TrimEnd().TrimEnd('#');
        return rest.Length == 0 || char.IsWhiteSpace(rest[^1]) ? rest.TrimEnd() : line.TrimEnd();
    }

    [GeneratedRegex(@"\{#(?<id>[^\s{}]{1,100})\}\s*#*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingId();
}
