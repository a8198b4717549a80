using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Wenlu.BotHost.Attachments;

/// <summary>The text of a Word document: headings, paragraphs, lists and tables.</summary>
internal static class WordFile
{
    // What a small file may unpack to, and into how many parts: a bomb has more of one or the other.
    private const long MostUnpacked = 200L << 20;
    private const int MostParts = 5_000;
    private const long MostCharactersOfPart = 50_000_000;

    public static Extraction Read(byte[] content, int mostCharacters, CancellationToken cancellationToken)
    {
        if (IsBomb(content))
            return new Extraction.Refused(AttachmentTexts.Damaged);
        using var stream = new MemoryStream(content, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersOfPart });
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
            return new Extraction.Refused(AttachmentTexts.NoText);
        var text = new BoundedText(mostCharacters);
        var (headings, lists) = (WordHeadings.Of(main), WordLists.Of(main));
        foreach (var element in body.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (text.IsFull)
                break;
            Write(element, headings, lists, text);
        }

        return text.ToExtraction();
    }

    private static bool IsBomb(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        return archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > MostUnpacked;
    }

    private static void Write(OpenXmlElement element, WordHeadings headings, WordLists lists, BoundedText text)
    {
        switch (element)
        {
            case Paragraph paragraph:
                Write(paragraph, headings, lists, text);
                break;
            case Table table:
                Write(table, text);
                break;
            // Content controls and the like: what is in them counts.
            case SdtBlock or CustomXmlBlock:
                foreach (var inner in element.Descendants().Where(inner => inner is Paragraph && !inner.Ancestors<Table>().Any() || inner is Table))
                    Write(inner, headings, lists, text);
                break;
        }
    }

    private static void Write(Paragraph paragraph, WordHeadings headings, WordLists lists, BoundedText text)
    {
        var line = TextOf(paragraph).Trim();
        if (line.Length == 0)
            return;
        var level = headings.LevelOf(paragraph);
        var marker = level > 0 ? "" : lists.MarkerOf(paragraph);
        text.Line(level > 0 ? $"\n{new string('#', level)} {line.ReplaceLineEndings(" ")}\n" : marker.Length > 0 ? marker + line : $"{line}\n");
    }

    private static void Write(Table table, BoundedText text)
    {
        text.Line(string.Empty);
        var isFirst = true;
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = row.Elements<TableCell>().Select(cell => MarkdownCell.Of(string.Join(' ', cell.Descendants<Paragraph>().Select(TextOf)))).ToList();
            text.Line($"| {string.Join(" | ", cells)} |");
            if (isFirst)
                text.Line($"|{string.Concat(cells.Select(_ => "---|"))}");
            isFirst = false;
        }

        text.Line(string.Empty);
    }

    /// <summary>Deleted text of tracked changes is another kind of element, and stays out.</summary>
    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Text text => text.Text,
        TabChar => "\t",
        Break or CarriageReturn => "\n",
        _ => string.Empty,
    }));
}
