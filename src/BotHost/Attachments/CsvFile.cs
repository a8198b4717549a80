using CsvHelper;

namespace Wenlu.BotHost.Attachments;

/// <summary>A table of values, as a Markdown table: the cutter repeats its header over every part of it.</summary>
internal static class CsvFile
{
    private const int MostColumns = 64;

    private static readonly char[] Separators = [',', ';', '\t'];

    public static Extraction Read(byte[] content, int mostCharacters, CancellationToken cancellationToken)
    {
        var text = new BoundedText(mostCharacters);
        var csv = PlainFile.Decode(content);
        using var rows = CsvReader.FromText(csv, new CsvReaderOptions
        {
            Separator = SeparatorOf(csv),
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
        });
        for (var isFirst = true; !text.IsFull && rows.Read(); isFirst = false)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = rows.Current.ToArray().Take(MostColumns).Select(MarkdownCell.Of).ToList();
            text.Line($"| {string.Join(" | ", cells)} |");
            if (isFirst)
                text.Line($"|{string.Concat(cells.Select(_ => "---|"))}");
        }

        return text.ToExtraction();
    }

    /// <summary>Spreadsheets of some languages write semicolons, and others tabs; the first line tells.</summary>
    private static char SeparatorOf(string csv)
    {
        var header = csv.AsSpan(0, csv.IndexOf('\n') is >= 0 and var end ? end : csv.Length).ToString();
        return Separators.MaxBy(separator => header.Count(character => character == separator));
    }
}
