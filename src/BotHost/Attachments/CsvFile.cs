using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Wenlu.BotHost.Attachments;

/// <summary>A table of values, as a Markdown table: the cutter repeats its header over every part of it.</summary>
internal static class CsvFile
{
    private const int MostColumns = 64;

    public static Extraction Read(byte[] content, int mostCharacters, CancellationToken cancellationToken)
    {
        var text = new BoundedText(mostCharacters);
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, BadDataFound = null, HasHeaderRecord = false };
        using var reader = new StringReader(PlainFile.Decode(content));
        using var rows = new CsvParser(reader, settings);
        for (var isFirst = true; !text.IsFull && rows.Read(); isFirst = false)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = (rows.Record ?? []).Take(MostColumns).Select(MarkdownCell.Of).ToList();
            text.Line($"| {string.Join(" | ", cells)} |");
            if (isFirst)
                text.Line($"|{string.Concat(cells.Select(_ => "---|"))}");
        }

        return text.ToExtraction();
    }
}

internal static class MarkdownCell
{
    /// <summary>A cell is one line, and a bar in it is not the end of it.</summary>
    public static string Of(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
}
