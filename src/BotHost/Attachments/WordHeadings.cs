using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Wenlu.BotHost.Attachments;

/// <summary>Which paragraphs of a Word document are headings. The styles' ids differ with the language of the program, their names do not.</summary>
internal sealed class WordHeadings
{
    private const int Deepest = 6;

    private readonly Dictionary<string, int> levels;

    private WordHeadings(Dictionary<string, int> levels) => this.levels = levels;

    public static WordHeadings Of(MainDocumentPart document)
    {
        var styles = document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [];
        return new(styles.Where(style => style.StyleId?.Value is not null)
            .Select(style => (Id: style.StyleId!.Value!, Level: LevelOf(style)))
            .Where(style => style.Level > 0)
            .DistinctBy(style => style.Id)
            .ToDictionary(style => style.Id, style => style.Level));
    }

    /// <summary>From 1; 0 for what is no heading.</summary>
    public int LevelOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var style = properties?.ParagraphStyleId?.Val?.Value ?? string.Empty;
        return levels.GetValueOrDefault(style) is > 0 and var known ? known
            : FromName(style) is > 0 and var named ? named
            : Level(properties?.OutlineLevel);
    }

    private static int LevelOf(Style style) =>
        FromName(style.StyleName?.Val?.Value) is > 0 and var named ? named : Level(style.StyleParagraphProperties?.OutlineLevel);

    private static int FromName(string? name) => name?.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) switch
    {
        "title" => 1,
        ['h', 'e', 'a', 'd', 'i', 'n', 'g', >= '1' and <= '9' and var digit] => Math.Min(digit - '0', Deepest),
        _ => 0,
    };

    /// <summary>Counted from 0, where 9 means text.</summary>
    private static int Level(OutlineLevel? outline) => outline?.Val?.Value is { } level and >= 0 and < 9 ? Math.Min(level + 1, Deepest) : 0;
}
