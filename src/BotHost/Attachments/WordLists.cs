using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Wenlu.BotHost.Attachments;

/// <summary>What stands before the items of a Word document's lists: the document says only which list and how deep, the numbers are counted.</summary>
internal sealed class WordLists
{
    private const int Indent = 3;

    private readonly Dictionary<(int List, int Level), bool> isNumbered = [];
    private readonly Dictionary<(int List, int Level), int> numbers = [];

    private WordLists(MainDocumentPart document)
    {
        var numbering = document.NumberingDefinitionsPart?.Numbering;
        var kinds = (numbering?.Elements<AbstractNum>() ?? []).Where(kind => kind.AbstractNumberId is not null).ToLookup(kind => kind.AbstractNumberId!.Value);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            foreach (var level in kinds[list.AbstractNumId?.Val?.Value ?? -1].SelectMany(kind => kind.Elements<Level>()))
                isNumbered[(list.NumberID?.Value ?? 0, level.LevelIndex?.Value ?? 0)] = level.NumberingFormat?.Val?.Value is { } format && format != NumberFormatValues.Bullet && format != NumberFormatValues.None;
    }

    public static WordLists Of(MainDocumentPart document) => new(document);

    /// <summary>Empty for what is no item.</summary>
    public string MarkerOf(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.NumberingProperties is not { } item || item.NumberingId?.Val?.Value == 0)
            return "";
        var at = (List: item.NumberingId?.Val?.Value ?? 0, Level: Math.Clamp(item.NumberingLevelReference?.Val?.Value ?? 0, 0, 8));
        foreach (var deeper in numbers.Keys.Where(key => key.List == at.List && key.Level > at.Level).ToList())
            numbers.Remove(deeper);
        var number = numbers[at] = numbers.GetValueOrDefault(at) + 1;
        return new string(' ', at.Level * Indent) + (isNumbered.GetValueOrDefault(at) ? $"{number}. " : "- ");
    }
}
